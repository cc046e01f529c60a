"""What the reference screen shows: everything that talks, quotes and checks refer to, as rows with their facts."""

from __future__ import annotations

from datetime import date, datetime

from desk.model.dates.show import long, short
from desk.model.dates.value import instant
from desk.model.enums import plain
from desk.model.frozen import frozen
from desk.model.quotes.groundrules import Naming, in_words, label
from desk.model.records import Issue, Negotiation, Party, Person, Source, Story
from desk.store.store import Store
from desk.store.subjects.evidence import Copy, told

#: The tabs in their order, each a kind of the desk's forms.
TABS: tuple[tuple[str, str], ...] = (
    ("party", "Parties"),
    ("person", "People"),
    ("source", "Sources"),
    ("negotiation", "Talks"),
    ("issue", "Issues"),
    ("story", "Stories"),
)


@frozen
class Ref:
    """One thing: its name, what stands beside it, its facts by label. `quiet` for what is archived."""

    kind: str
    id: int
    name: str
    beside: str
    facts: tuple[tuple[str, str], ...]
    quiet: bool = False


@frozen
class ReferenceView:
    """The rows of each tab. `hidden` says that names of confidential people and sources are left out of them."""

    rows: dict[str, tuple[Ref, ...]]
    hidden: bool


def read_reference(
    store: Store, *, today: date, zones: tuple[str, ...], names: bool, naming: Naming = label
) -> ReferenceView:
    """Read it all; `names` shows confidential names too."""
    parties, people, sources = store.people.parties(), store.people.persons(), store.sources.all()
    talks, issues, stories = store.talks.negotiations(), store.talks.issues(), store.stories.all()
    party_names = {one.id: one.name for one in parties}
    talks_names = {one.id: one.name for one in talks}
    rows = {
        "party": tuple(_party(one, people, talks) for one in parties),
        "person": tuple(_person(one, party_names, names=names) for one in people),
        "source": tuple(_source(store, one, today, zones, names=names, naming=naming) for one in sources),
        "negotiation": tuple(
            _talks(one, party_names, [i.name for i in issues if i.negotiation_id == one.id]) for one in talks
        ),
        "issue": tuple(
            _issue(one, talks_names[one.negotiation_id]) for one in issues if one.negotiation_id in talks_names
        ),
        "story": tuple(_story(store, one, talks_names) for one in stories),
    }
    secret = any(one.confidential for one in people) or any(one.confidential for one in sources)
    return ReferenceView(rows, secret and not names)


def _issue(issue: Issue, talks: str) -> Ref:
    return Ref("issue", issue.id or 0, issue.name, talks, (("Talks", talks),))


def _facts(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, words) for label, words in facts if words)


def _party(party: Party, people: list[Person], talks: list[Negotiation]) -> Ref:
    return Ref(
        "party",
        party.id or 0,
        party.name,
        plain(party.kind),
        _facts(
            ("Full name", party.full_name),
            ("Kind", plain(party.kind)),
            ("Also called", ", ".join(party.aliases)),
            (
                "Speak for it",
                ", ".join(one.name for one in people if one.party_id == party.id and not one.confidential),
            ),
            ("In talks", ", ".join(one.name for one in talks if party.id in one.party_ids)),
        ),
    )


def _person(person: Person, parties: dict[int | None, str], *, names: bool) -> Ref:
    party = parties.get(person.party_id, "")
    if person.confidential and not names:
        return Ref("person", person.id or 0, "a confidential person", "", (("Confidential", "N shows the name"),))
    return Ref(
        "person",
        person.id or 0,
        person.name,
        ", ".join(part for part in (person.title, party) if part),
        _facts(
            ("Title", person.title),
            ("Party", party),
            ("Also called", ", ".join(person.aliases)),
            ("Confidential", "yes: never in anything handed on" if person.confidential else ""),
        ),
    )


def _source(store: Store, source: Source, today: date, zones: tuple[str, ...], *, names: bool, naming: Naming) -> Ref:
    terms = store.sources.effective_terms(source)
    embargoes = store.sources.embargoes(source_id=source.id)
    embargo = embargoes[-1] if embargoes and not embargoes[-1].lifted else None
    hidden = source.confidential and not names
    return Ref(
        "source",
        source.id or 0,
        source.code,
        "confidential"
        if hidden
        else ", ".join(part for part in (source.title or source.outlet, short(source.date, today)) if part),
        _facts(
            ("Title", "" if hidden else source.title),
            ("Outlet", "" if hidden else source.outlet),
            ("Kind", f"{plain(source.kind)}, {source.tier}"),
            ("Date", long(source.date, zones=zones)),
            ("Ground rule", in_words(terms, confidential=source.confidential, naming=naming)),
            ("Agreed with", "" if hidden else terms.agreed_with),
            ("Why unnamed", terms.why_unnamed),
            ("How they know", terms.how_known),
            ("Approved by", terms.approved_by),
            ("Embargo", _until(embargo.until, embargo.zone) if embargo else ""),
            ("URL", "" if hidden else source.url),
            ("Where", "" if hidden else source.locator),
            ("Kept copy", _copy(store, source)),
            ("Confidential", "yes; N shows more" if hidden else "yes" if source.confidential else ""),
        ),
    )


def _copy(store: Store, source: Source) -> str:
    copy = store.evidence.check(source)
    return "there, unchanged" if copy is Copy.PRESENT else told(copy, source.code)


def _until(moment: datetime, zone: str) -> str:
    return f"until {long(instant(moment, zone))}"


def _talks(talks: Negotiation, parties: dict[int | None, str], issues: list[str]) -> Ref:
    sides = " × ".join(parties[one] for one in talks.party_ids if one in parties)
    return Ref(
        "negotiation",
        talks.id or 0,
        talks.name,
        "archived" if talks.archived else sides,
        _facts(
            ("Parties", sides),
            ("Code", f"talks:{talks.code}"),
            ("On the table", ", ".join(issues)),
            ("Archived", "yes" if talks.archived else ""),
        ),
        quiet=talks.archived,
    )


def _story(store: Store, story: Story, talks: dict[int | None, str]) -> Ref:
    checks = store.stories.checks(story.id or 0)
    return Ref(
        "story",
        story.id or 0,
        story.slug,
        "archived" if story.archived else story.headline,
        _facts(
            ("Headline", story.headline),
            ("Draft", story.draft),
            ("Talks", talks.get(story.negotiation_id, "")),
            ("Checks", str(len(checks)) if checks else "none yet"),
            ("Archived", "yes" if story.archived else ""),
        ),
        quiet=story.archived,
    )
