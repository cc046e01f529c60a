"""A desk in which every kind of name that may not be told stands everywhere it can, for hunts through all that is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desk.model.dates.value import DateValue, day
from desk.model.enums import (
    Axis,
    Certainty,
    CommentOutcome,
    DevelopmentKind,
    GroundRule,
    Mark,
    PartyKind,
    PositionKind,
    SourceKind,
    Tier,
    VerificationKind,
)
from desk.model.records import (
    Asked,
    Check,
    CheckMark,
    Deadline,
    Development,
    Issue,
    Negotiation,
    Party,
    Person,
    Position,
    Quote,
    Source,
    Speaker,
    Story,
    Terms,
)
from desk.store.store import Store

#: Whom a mark hides: a confidential person under every name, what confidential sources are called, and who spoke there.
MARKED = {
    "name": "Zyra Quandtvale",
    "alias": "Zed Ommerling",
    "old name": "Zyra Brakkholm",
    "alias edited away": "Zeta Thwaitely",
    "alias undone": "Zoe Marchbanksy",
    "name as printed": "Z. Farringdowne",
    "merged away": "Zita Culverhay",
    "withdrawn": "Wim Dollerupsen",
    "title": "Glimrodian papers",
    "old title": "Brambletide memo",
    "speaker of a confidential source": "Cora Jessamyre",
    "body of a confidential source": "Quorvexan Guild",
}
#: Whom terms hide, or the want of them.
BOUND = {
    GroundRule.BACKGROUND: "Odo Pellingrast",
    GroundRule.NOT_FOR_ATTRIBUTION: "Nils Hobbersby",
    GroundRule.DEEP_BACKGROUND: "Dara Skelverton",
    GroundRule.OFF_RECORD: "Offa Drellminster",
    GroundRule.UNKNOWN: "Una Wexcombe",
}
BOUND_NAME = BOUND[GroundRule.BACKGROUND]
AGREED_WITH = "Agna Tolliverne"
EVERY = (*MARKED.values(), *BOUND.values(), AGREED_WITH)
FREE = "Sean Astin"
ATTRIBUTION = "a person close to the talks"


_TITLES = (MARKED["title"], MARKED["old title"], MARKED["body of a confidential source"])


def token(name: str) -> str:
    """What of a name gives somebody away, wherever it stands."""
    return name.split()[0 if name in _TITLES else -1].casefold()


def slug(name: str) -> str:
    """A name as people write it into a short code: a surname, a whole title."""
    return name.replace(" ", "-").casefold() if name in _TITLES else token(name)


def told(text: str) -> set[str]:
    """The names that a text gives away. Of a title a word tells nothing."""
    folded = text.casefold().replace("-", " ")
    return {name for name in EVERY if (name.casefold() if name in _TITLES else token(name)) in folded}


def plant(store: Store, draft: Path, today: date = date(2026, 2, 14)) -> None:
    """Fill a desk. The draft's path has a name in it."""
    people, sources = store.people, store.sources
    store.settings.put("reporter", "Ann Arbor")
    store.settings.put("zone", "America/Los_Angeles")
    yesterday = replace(day(today - timedelta(days=1)), certainty=Certainty.OCCURRED)
    union = people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
    studios = people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
    body = people.add_party(Party(name=MARKED["body of a confidential source"], kind=PartyKind.AGENCY))
    public = sources.add(Source(code="presser", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY))
    free = people.add_person(Person(name=FREE, title="president", party_id=union))

    secret = people.add_person(Person(name=MARKED["old name"], title="deputy counsel", party_id=studios))
    people.edit_person(replace(people.person(secret), name=MARKED["name"], aliases=(MARKED["alias"],)))
    twin = people.add_person(Person(name="Zed Quandtvale", title="clerk", confidential=True))
    people.edit_person(replace(people.person(secret), confidential=True))
    people.edit_person(replace(people.person(secret), aliases=(MARKED["alias"], MARKED["alias edited away"])))
    people.edit_person(replace(people.person(secret), aliases=(MARKED["alias"],)))
    people.edit_person(replace(people.person(secret), aliases=(MARKED["alias"], MARKED["alias undone"])))
    store.history.undo()
    people.merge_persons(secret, people.add_person(Person(name=MARKED["merged away"])))
    people.edit_person(replace(people.person(secret), aliases=(MARKED["alias"],)))
    people.withdraw_person(people.add_person(Person(name=MARKED["withdrawn"], confidential=True)))

    memo = sources.add(Source(code="memo", kind=SourceKind.DOCUMENT, tier=Tier.PRIMARY, title=MARKED["old title"]))
    sources.edit(replace(sources.get(memo), title=MARKED["title"], confidential=True))
    sources.set_terms(
        Terms(rule=GroundRule.BACKGROUND, source_id=memo, attribution=ATTRIBUTION, agreed_with=AGREED_WITH)
    )
    cora = people.add_person(Person(name=MARKED["speaker of a confidential source"], party_id=studios))
    said = [(memo, Speaker(person_id=cora, name=MARKED["speaker of a confidential source"]))]
    said.append((memo, Speaker(party_id=body, name=MARKED["body of a confidential source"])))
    said.append((public, Speaker(person_id=secret, name=MARKED["name as printed"], title="deputy counsel")))
    askable = [secret, cora]
    for rule, name in BOUND.items():
        terms = Terms(rule=rule, attribution=ATTRIBUTION) if rule is not GroundRule.UNKNOWN else None
        call = sources.add(
            Source(code=f"call-{rule.value}", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY), terms=terms
        )
        person = people.add_person(Person(name=name))
        askable.append(person)
        said.append((call, Speaker(person_id=person, name=name)))

    at_table = store.talks.add_negotiation(Negotiation(code="sag", name="SAG-AFTRA 2026", party_ids=(union, studios)))
    for number, name in enumerate(EVERY):
        _place(store, number, name, at_table, union, public, yesterday)
    for number, (source_id, speaker) in enumerate(said):
        quote = Quote(
            words=f"We will not accept offer number {number}", speakers=(speaker,), source_id=source_id,
            date=yesterday, venue=f"the {MARKED['name']} hall", locator=f"{MARKED['name']}, p. 3",
            tags=(f"said-to-{token(MARKED['name'])}",), note=f"{MARKED['name']} was there", negotiation_ids=(at_table,),
        )  # fmt: skip
        quote_id = store.quotes.add(quote)
        store.quotes.verify(quote_id, VerificationKind.NOTES, source_id=source_id, passage=quote.words)
    store.quotes.add(
        Quote(words="We heard nothing of it", speakers=(Speaker(person_id=free, name=FREE),), source_id=public,
              date=yesterday, tags=(f"said-to-{token(MARKED['name'])}",), note=f"so says {MARKED['name']}")
    )  # fmt: skip
    for name in EVERY:
        store.quotes.add(
            Quote(words=f"I told {name} that we stay", speakers=(Speaker(person_id=free, name=FREE),), source_id=public)
        )
    store.developments.log(
        Development(kind=DevelopmentKind.COMMENT_SOUGHT, words="asked about the offer", date=yesterday, person_ids=(secret,),
                    asked=tuple(Asked(person_id=one, how="phone", outcome=CommentOutcome.PENDING) for one in (*askable, twin)))
    )  # fmt: skip
    story = store.stories.add(
        Story(
            slug=f"the-{token(MARKED['name'])}-file", headline=MARKED["name"], draft=str(draft), negotiation_id=at_table
        )
    )
    store.stories.choose(story)
    draft.write_text(
        f"“We will not accept offer number 3,” {MARKED['name']} said.\n"
        + "".join(f"“I told {name} that we stay,” {FREE} said.\n" for name in EVERY),
        encoding="utf-8",
    )


def _place(store: Store, number: int, name: str, talks: int, party: int, public: int, when: DateValue) -> None:
    """One name in every sort of thing that the desk tells of."""
    own = store.talks.add_negotiation(Negotiation(code=f"{slug(name)}-talks", name=f"{name} 2026", party_ids=(party,)))
    store.sources.add(
        Source(code=f"{slug(name)}-tape", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY, title=f"{name} speaks",
               outlet=f"The {name} Times", url=f"https://example.org/{slug(name)}")
    )  # fmt: skip
    issues = [store.talks.add_issue(Issue(negotiation_id=one, name=f"Demands of {name}")) for one in (talks, own)]
    store.talks.add_position(
        Position(issue_id=issues[0], party_id=party, kind=PositionKind.STATED, words=f"{name} wants 4%", date=when,
                 source_id=public)
    )  # fmt: skip
    for source in (None, public):
        store.developments.log(
            Development(kind=DevelopmentKind.SESSION, words=f"{name} walks out", date=when, negotiation_ids=(talks, own),
                        axes=((Axis.PHASE, "recessed"),), source_id=source, locator=f"{name}, p. 2")
        )  # fmt: skip
    ahead = replace(when, start=when.end + timedelta(days=9), end=when.end + timedelta(days=9)) if when.end else when
    for done in (False, True):
        deadline = store.deadlines.add(
            Deadline(name=f"{name} votes", negotiation_id=talks, note=name),
            replace(ahead, certainty=Certainty.SCHEDULED),
            source_id=public,
        )
        if done:
            store.deadlines.set_done(deadline, done=True)
    story = store.stories.add(Story(slug=f"{slug(name)}-{number}", headline=name))
    check = store.stories.add_check(Check(story_id=story, what=f"is it {name}?", category="names", words=name))
    store.stories.mark(CheckMark(check_id=check, mark=Mark.AMBER, evidence=f"{name} says so"))


def plant_shown(store: Store, today: date = date(2026, 2, 14)) -> tuple[str, ...]:
    """Fill a desk whose confidential names stand only where the desk itself knows them to be such; returns what may not
    be seen on its screen until it is asked for.
    """
    people, sources = store.people, store.sources
    store.settings.put("reporter", "Ann Arbor")
    yesterday = replace(day(today - timedelta(days=1)), certainty=Certainty.OCCURRED)
    union = people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
    studios = people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
    secret = people.add_person(Person(name=MARKED["old name"], title="deputy counsel", party_id=studios))
    people.edit_person(
        replace(people.person(secret), name=MARKED["name"], aliases=(MARKED["alias"],), confidential=True)
    )
    free = people.add_person(Person(name="Zed Astin", title="president", party_id=union))
    memo = sources.add(
        Source(code="memo", kind=SourceKind.RECORDING, tier=Tier.PRIMARY, title=MARKED["title"], confidential=True,
               outlet=MARKED["old title"], url="https://example.org/glimrodian-papers", locator="Glimrodian papers, p. 4")
    )  # fmt: skip
    sources.set_terms(
        Terms(rule=GroundRule.BACKGROUND, source_id=memo, attribution=ATTRIBUTION, agreed_with=MARKED["name"])
    )
    talks = store.talks.add_negotiation(Negotiation(code="sag", name="SAG-AFTRA 2026", party_ids=(union, studios)))
    issue = store.talks.add_issue(Issue(negotiation_id=talks, name="Wages"))
    store.talks.add_position(
        Position(issue_id=issue, party_id=studios, kind=PositionKind.STATED, words="4%", date=yesterday, source_id=memo)
    )
    speakers = (Speaker(person_id=secret, name=MARKED["name as printed"], title="deputy counsel"),)
    quote = Quote(words="They will fold by Friday, all of them", speakers=speakers, source_id=memo, date=yesterday,
                  venue=f"the {MARKED['name']} hall", locator="3:12", tags=(token(MARKED["name"]),),
                  note=f"{MARKED['alias']} called", negotiation_ids=(talks,))  # fmt: skip
    quote_id = store.quotes.add(quote)
    store.quotes.verify(quote_id, VerificationKind.RECORDING, source_id=memo, passage=quote.words, locator="3:12")
    store.quotes.edit(replace(store.quotes.get(quote_id), note=f"{MARKED['alias']} called twice", venue="here"))
    store.quotes.edit(replace(store.quotes.get(quote_id), venue=quote.venue))
    open_source = sources.add(Source(code="presser", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY))
    store.quotes.add(
        Quote(words="We will not blink at all this week", speakers=(Speaker(person_id=free, name="Zed Astin"),),
              source_id=open_source, date=yesterday, negotiation_ids=(talks,))
    )  # fmt: skip
    # The last one noted: what the next line is filled in from.
    store.quotes.add(replace(quote, words="Nobody has told the members anything yet", date=yesterday))
    store.developments.log(
        Development(kind=DevelopmentKind.COMMENT_SOUGHT, words="asked about the offer", date=yesterday,
                    negotiation_ids=(talks,), person_ids=(secret,), source_id=memo,
                    asked=(Asked(person_id=secret, how="phone", outcome=CommentOutcome.PENDING),))
    )  # fmt: skip
    store.deadlines.add(
        Deadline(name="Board meets", negotiation_id=talks), replace(day(today + timedelta(days=9)), certainty=Certainty.SCHEDULED),
        source_id=memo,
    )  # fmt: skip
    story = store.stories.add(Story(slug="week-one", negotiation_id=talks))
    check = store.stories.add_check(Check(story_id=story, what="is it 4%?", category="numbers", words="4%"))
    store.stories.mark(CheckMark(check_id=check, mark=Mark.AMBER, evidence="heard it", source_id=memo))
    store.stories.choose(story)
    shown = ("name", "alias", "old name", "name as printed", "title", "old title")
    return tuple(MARKED[one] for one in shown)


def plant_behind(store: Store, rule: GroundRule, draft: Path, *, confidential: bool) -> None:
    """Fill a desk in which Priscilla Vandermolen and the Harkonnel Brotherhood are known to the public, and told something
    for which they may not be named. The words of quote 1 are in the draft.
    """
    yesterday = replace(day(date.today() - timedelta(days=1)), certainty=Certainty.OCCURRED)
    ahead = replace(day(date.today() + timedelta(days=9)), certainty=Certainty.SCHEDULED)
    union = store.people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
    body = store.people.add_party(Party(name="Harkonnel Brotherhood", kind=PartyKind.EMPLOYER_ASSOCIATION))
    counsel = store.people.add_person(Person(name="Priscilla Vandermolen", title="deputy counsel", party_id=body))
    presser = store.sources.add(Source(code="presser", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY))
    call = store.sources.add(
        Source(code="vandermolen-call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY, confidential=confidential),
        terms=Terms(rule=rule, attribution=ATTRIBUTION),
    )
    talks = store.talks.add_negotiation(Negotiation(code="sag", name="SAG-AFTRA 2026", party_ids=(union, body)))
    speakers = (
        Speaker(person_id=counsel, name="Priscilla Vandermolen"),
        Speaker(party_id=body, name="Harkonnel Brotherhood"),
    )
    for source_id, words in (
        (call, "They will fold by Friday, all of them"),
        (presser, "In public nobody says a word"),
    ):
        for speaker in speakers:
            quote = Quote(
                words=words, speakers=(speaker,), source_id=source_id, date=yesterday, negotiation_ids=(talks,)
            )
            quote_id = store.quotes.add(quote)
            if source_id == call:  # what is not checked is in no digest
                store.quotes.verify(quote_id, VerificationKind.NOTES, source_id=call, passage=words)
    for words, asked in (
        ("Vandermolen says they will take 4%", ()),
        ("asked about the offer", (Asked(person_id=counsel, how="through the Brotherhood", outcome=CommentOutcome.PENDING),
                                   Asked(party_id=body, how="by Vandermolen", outcome=CommentOutcome.PENDING))),
    ):  # fmt: skip
        kind = DevelopmentKind.COMMENT_SOUGHT if asked else DevelopmentKind.CLAIM
        store.developments.log(
            Development(kind=kind, words=words, date=yesterday, source_id=call, negotiation_ids=(talks,), asked=asked)
        )
    for name in ("Priscilla Vandermolen votes", "The Harkonnel Brotherhood meets", "Vandermolen speaks"):
        deadline = store.deadlines.add(Deadline(name=name, negotiation_id=talks), ahead, source_id=call)
        store.deadlines.set_done(deadline, done=name.endswith("speaks"))
    draft.write_text(
        "“They will fold by Friday, all of them,” an official said.\n\n"
        "“They will fold by Friday, all of them,” Sean Astin said.\n\n"
        "“They will fold by Monday, all of them,” an official said.\n",
        encoding="utf-8",
    )
