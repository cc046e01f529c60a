"""Every form on a real file: what is typed is kept, comes back for editing as it was, and is refused in words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.app.forms.form import Form
from desk.app.forms.forms import ADD, EDIT, withdrawal
from desk.app.forms.stories import mark_again
from desk.app.forms.version import Preset
from desk.app.lines.context import EntryContext
from desk.model.dates.value import day
from desk.model.enums import (
    Axis,
    Bound,
    Certainty,
    CommentOutcome,
    DeadlineKind,
    DevelopmentKind,
    EndMark,
    GroundRule,
    Mark,
    PartyKind,
    PositionKind,
    Precision,
    QuoteForm,
    SourceKind,
    Tier,
)
from desk.model.errors import InputError
from desk.model.records import (
    Check,
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
)
from desk.store.store import Store

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
ODD = "We was [sic] there [/bold] [@click=app.quit] \x1b[31m \x1b]52;c;aGk=\x07 \u202egnihton\u202c 🎬 \ud800 "


@dataclass(frozen=True)
class Ids:
    """What the file starts with."""

    union: int
    studios: int
    person: int
    source: int
    talks: int
    issue: int
    story: int
    check: int
    deadline: int
    quote: int
    development: int
    position: int


@dataclass(frozen=True)
class Filed:
    """A file with everything in it, made once, and its ids."""

    path: Path
    ids: Ids


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Filed:
    path = tmp_path_factory.mktemp("desk") / "talks.db"
    with Store.open(path, clock=lambda: NOW) as store:
        store.settings.put("zone", "America/Los_Angeles")
        store.settings.put("reporter", "Pat Doe")
        return Filed(path, begin(store))


@pytest.fixture
def store(tmp_path: Path, filed: Filed) -> Iterator[Store]:
    shutil.copy(filed.path, tmp_path / "talks.db")
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW, gate_clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def ids(filed: Filed) -> Ids:
    return filed.ids


def begin(store: Store) -> Ids:
    """Talks with one of everything."""
    union = store.people.add_party(Party(name="SAG-AFTRA", kind=PartyKind.UNION))
    studios = store.people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
    person = store.people.add_person(Person(name="Duncan Crabtree-Ireland", title="chief negotiator", party_id=union))
    source = store.sources.add(Source(code="presser", kind=SourceKind.PUBLIC_EVENT, tier=Tier.PRIMARY))
    talks = store.talks.add_negotiation(Negotiation(code="sag", name="SAG-AFTRA 2026", party_ids=(union, studios)))
    issue = store.talks.add_issue(Issue(negotiation_id=talks, name="Wages"))
    story = store.stories.add(Story(slug="week-one"))
    occurred = replace(day(date(2026, 2, 9)), certainty=Certainty.OCCURRED)
    return Ids(
        union=union,
        studios=studios,
        person=person,
        source=source,
        talks=talks,
        issue=issue,
        story=story,
        check=store.stories.add_check(Check(story_id=story, what="talks began Feb. 9", category="date")),
        deadline=store.deadlines.add(
            Deadline(name="WGA talks begin", kind=DeadlineKind.TALKS_BEGIN, negotiation_id=talks), day(date(2026, 3, 6))
        ),
        quote=store.quotes.add(
            Quote(
                words="We will not accept that.",
                speakers=(
                    Speaker(person_id=person, name="Duncan Crabtree-Ireland", title="director", party="SAG-AFTRA"),
                ),
                source_id=source,
                date=occurred,
                negotiation_ids=(talks,),
            )
        ),
        development=store.developments.log(
            Development(
                kind=DevelopmentKind.SESSION,
                words="talks begin",
                date=occurred,
                negotiation_ids=(talks,),
                axes=((Axis.PHASE, "talks_open"),),
                party_ids=(union,),
                person_ids=(person,),
                issue_id=issue,
                source_id=source,
                locator="p. 1",
            )
        ),
        position=store.talks.add_position(
            Position(
                issue_id=issue, party_id=union, kind=PositionKind.STATED, words="4%", date=occurred, source_id=source
            )
        ),
    )


def fill(
    store: Store, kind: str, preset: Preset | None = None, row_id: int | None = None, /, **typed: str
) -> tuple[int, list[InputError]]:
    """Fill in a form as the screen does; the id that was kept, or what is wrong."""
    form, preset = (EDIT if row_id is not None else ADD)[kind], preset or {}
    known = EntryContext.of(store)
    values = form.initial(store, known, preset, row_id) | typed
    assert set(typed) <= set(values)
    filled, errors = form.read(values, known, row_id=row_id, preset=preset)
    return (0, errors) if errors else (form.save(store, filled), [])


def kept(store: Store, kind: str, preset: Preset | None = None, row_id: int | None = None, /, **typed: str) -> int:
    saved, errors = fill(store, kind, preset, row_id, **typed)
    assert [str(error) for error in errors] == []
    return saved


def test_a_party_is_added_with_as_little_as_its_name_and_the_begin_of_its_kind(store: Store) -> None:
    party = store.people.party(
        kept(store, "party", name="Streamers", kind="employer a", aliases='Alliance, "Producers, Inc."')
    )
    assert (party.name, party.kind) == ("Streamers", PartyKind.EMPLOYER_ASSOCIATION)
    assert party.aliases == ("Alliance", "Producers, Inc.")


def test_a_person_belongs_to_a_party_and_may_be_confidential(store: Store, ids: Ids) -> None:
    person = store.people.person(kept(store, "person", name="Mary Ito", party="amptp", confidential="y", title="agent"))
    assert (person.party_id, person.confidential, person.title) == (ids.studios, True, "agent")


def test_a_conversation_comes_with_its_rule_its_attribution_and_its_embargo(store: Store) -> None:
    source_id = kept(
        store, "source", code="call", kind="interview", rule="background", attribution="a union official",
        embargo="mar 6 9am ET", date="fri", confidential="yes",
    )  # fmt: skip
    source = store.sources.get(source_id)
    assert (source.kind, source.tier, source.confidential) == (SourceKind.INTERVIEW_NOTES, Tier.PRIMARY, True)
    assert (source.date.start, source.date.certainty) == (date(2026, 2, 13), Certainty.OCCURRED)
    (terms,) = store.sources.terms(source_id=source_id)
    assert (terms.rule, terms.attribution) == (GroundRule.BACKGROUND, "a union official")
    (embargo,) = store.sources.embargoes(source_id=source_id)
    assert (embargo.until, embargo.zone) == (datetime(2026, 3, 6, 14, tzinfo=UTC), "America/New_York")


def test_a_source_whose_rule_is_as_its_kind_brings_gets_no_terms_of_its_own(store: Store) -> None:
    assert store.sources.terms(source_id=kept(store, "source", code="S1", kind="published")) == []


def test_loosening_a_rule_needs_the_full_form(store: Store) -> None:
    source_id = kept(store, "source", code="call", kind="interview", rule="background", attribution="an official")
    with pytest.raises(InputError) as refused:
        fill(store, "source", None, source_id, rule="on the record")
    assert refused.value.where == "rule"
    kept(
        store, "terms", {"source_id": source_id}, rule="on the record", agreed_with="the source", agreed_on="fri",
        note="asked by phone", agreed="after",
    )  # fmt: skip
    assert [terms.rule for terms in store.sources.terms(source_id=source_id)] == [
        GroundRule.BACKGROUND,
        GroundRule.ON_RECORD,
    ]


def test_an_embargo_that_still_holds_is_not_lifted_by_emptying_its_field(store: Store) -> None:
    source_id = kept(store, "source", code="E", kind="press", embargo="mar 6 9am")
    with pytest.raises(InputError, match="needs a note") as caught:
        kept(store, "source", None, source_id, embargo="")
    assert caught.value.where == "embargo"
    assert [embargo.lifted for embargo in store.sources.embargoes(source_id=source_id)] == [False]


def test_talks_are_started_with_their_parties_in_order(store: Store, ids: Ids) -> None:
    talks = store.talks.negotiation(kept(store, "negotiation", name="WGA 2026", parties="AMPTP, SAG-AFTRA"))
    assert (talks.code, talks.party_ids) == ("wga-2026", (ids.studios, ids.union))


def test_an_issue_is_put_on_the_table_in_view(store: Store, ids: Ids) -> None:
    kept(store, "issue", issue="Health and pension")
    assert [issue.name for issue in store.talks.issues(ids.talks)] == ["Wages", "Health and pension"]


def test_a_position_edited_is_a_new_row_that_names_the_one_before(store: Store, ids: Ids) -> None:
    new = kept(store, "position", None, ids.position, words="5%", date="feb 9")
    (position,) = store.talks.positions(ids.talks)
    assert (position.id, position.corrects, position.words) == (new, ids.position, "5%")
    assert store.talks.position(ids.position).words == "4%"


def test_a_position_is_added_for_the_side_under_the_cursor(store: Store, ids: Ids) -> None:
    added = kept(store, "position", {"issue_id": ids.issue, "party_id": ids.studios}, kind="no public")
    position = store.talks.position(added)
    assert (position.issue_id, position.party_id, position.kind) == (
        ids.issue,
        ids.studios,
        PositionKind.NO_PUBLIC_POSITION,
    )


def test_a_development_has_what_the_log_line_takes(store: Store, ids: Ids) -> None:
    one = store.developments.get(
        kept(
            store, "development", words="both sides\nwere asked", kind="comment", date="feb 9 to feb 13",
            asked='AMPTP: declined, "Duncan Crabtree-Ireland: pending by phone, twice"', phase="recessed", issue="wages",
        )
    )  # fmt: skip
    assert (one.words, one.kind) == ("both sides\nwere asked", DevelopmentKind.COMMENT_SOUGHT)
    assert (one.date.bound, one.date.certainty) == (Bound.BETWEEN, Certainty.OCCURRED)
    assert [(a.party_id, a.person_id, a.outcome, a.how) for a in one.asked] == [
        (ids.studios, None, CommentOutcome.DECLINED, ""),
        (None, ids.person, CommentOutcome.PENDING, "phone, twice"),
    ]
    assert (one.axes, one.issue_id, one.negotiation_ids) == (((Axis.PHASE, "recessed"),), ids.issue, (ids.talks,))


def test_what_is_ahead_is_expected_and_has_not_occurred(store: Store, ids: Ids) -> None:
    one = store.developments.get(kept(store, "development", words="x", kind="schedule", date="mar 6 2026"))
    assert one.date.certainty is Certainty.EXPECTED
    with pytest.raises(InputError, match="has not occurred"):
        fill(store, "development", words="x", kind="schedule", date="mar 6 2026", certainty="occurred")


def test_a_development_edited_says_what_it_corrects(store: Store, ids: Ids) -> None:
    new = kept(store, "development", None, ids.development, words="talks begin in person")
    one = store.developments.get(new)
    assert one.corrects == ids.development
    before = store.developments.get(ids.development)
    assert replace(one, id=None, corrects=None, words="") == replace(before, id=None, words="")


def test_a_bare_weekday_of_a_deadline_is_the_next_one(store: Store, ids: Ids) -> None:
    deadline = store.deadlines.get(kept(store, "deadline", name="file the story", date="fri 5pm", kind="publication"))
    (only,) = deadline.dates
    assert (only.date.start, only.date.precision) == (date(2026, 2, 20), Precision.MINUTE)
    assert (only.date.certainty, deadline.negotiation_id) == (Certainty.EXPECTED, ids.talks)


def test_another_date_stands_beside_the_old_one(store: Store, ids: Ids) -> None:
    kept(store, "deadline_date", {"deadline_id": ids.deadline}, date="mar 16", certainty="scheduled")
    assert [one.date.start for one in store.deadlines.get(ids.deadline).dates] == [date(2026, 3, 6), date(2026, 3, 16)]


def test_another_date_that_settles_it_supersedes_the_old_one(store: Store, ids: Ids) -> None:
    kept(store, "deadline_date", {"deadline_id": ids.deadline}, date="mar 16", supersedes="yes")
    assert [(one.date.start, one.date.certainty) for one in store.deadlines.get(ids.deadline).dates] == [
        (date(2026, 3, 6), Certainty.SUPERSEDED),
        (date(2026, 3, 16), Certainty.EXPECTED),
    ]
    store.history.undo()
    (only,) = store.deadlines.get(ids.deadline).dates
    assert only.date.certainty is Certainty.EXPECTED


def test_a_wrong_date_is_corrected_by_a_new_row(store: Store, ids: Ids) -> None:
    (old,) = store.deadlines.get(ids.deadline).dates
    kept(store, "deadline_date", None, old.id, date="mar 7 2026")
    (now,) = store.deadlines.get(ids.deadline).dates
    assert (now.date.start, now.corrects) == (date(2026, 3, 7), old.id)


def test_editing_a_deadline_leaves_its_dates_alone(store: Store, ids: Ids) -> None:
    before = store.deadlines.get(ids.deadline).dates
    kept(store, "deadline", None, ids.deadline, name="WGA talks open")
    assert store.deadlines.get(ids.deadline).name == "WGA talks open"
    assert store.deadlines.get(ids.deadline).dates == before


def test_a_quote_is_added_with_speaker_and_source(store: Store, ids: Ids) -> None:
    quote = store.quotes.get(
        kept(
            store,
            "quote",
            words="No.\n\nNever.",
            speaker="Crabtree-Ireland, AMPTP",
            source="presser",
            tags="pay, ai",
            form="part",
        )
    )
    assert (quote.words, quote.form, quote.tags) == ("No.\n\nNever.", QuoteForm.PARTIAL, ("pay", "ai"))
    assert [(one.name, one.title, one.party) for one in quote.speakers] == [
        ("Duncan Crabtree-Ireland", "chief negotiator", "SAG-AFTRA"),
        ("AMPTP", "", ""),
    ]
    assert quote.date.start == date(2026, 2, 14)


def test_a_quote_edited_keeps_the_title_of_its_day(store: Store, ids: Ids) -> None:
    kept(store, "quote", None, ids.quote, venue="City Hall")
    quote = store.quotes.get(ids.quote)
    assert (quote.venue, quote.speakers[0].title) == ("City Hall", "director")


def test_a_quote_may_have_a_rule_of_its_own(store: Store, ids: Ids) -> None:
    kept(store, "quote", None, ids.quote, rule="off")
    assert store.quotes.record(ids.quote).terms.rule is GroundRule.OFF_RECORD


def test_marks_around_the_words_are_not_part_of_them(store: Store, ids: Ids) -> None:
    with pytest.raises(InputError, match="put there by the desk"):
        fill(store, "quote", words="“We won’t.”", speaker="AMPTP")


def test_a_check_is_red_until_there_is_evidence_that_is_not_the_story(store: Store, ids: Ids) -> None:
    check_id = kept(store, "check", check="the hour of June 30", category="date")
    assert store.stories.check(check_id).story_id == ids.story
    mark = store.stories.check(check_id).mark
    assert mark is not None
    assert mark.mark is Mark.RED
    with pytest.raises(InputError) as refused:
        fill(store, "check_mark", {"check_id": check_id}, mark="green")
    assert refused.value.where == "evidence"
    kept(store, "check_mark", {"check_id": check_id}, mark="g", evidence="the contract, p. 3", source="presser")
    mark = store.stories.check(check_id).mark
    assert mark is not None
    assert (mark.mark, mark.evidence, mark.source_id, mark.who) == (
        Mark.GREEN,
        "the contract, p. 3",
        ids.source,
        "Pat Doe",
    )


def test_marking_again_keeps_the_evidence(store: Store, ids: Ids) -> None:
    kept(store, "check_mark", {"check_id": ids.check}, mark="green", evidence="the notice")
    mark_again(store, ids.check, Mark.AMBER)
    mark_again(store, ids.check, Mark.GREEN)
    assert [(one.mark, one.evidence) for one in store.stories.marks(ids.check)] == [
        (Mark.RED, ""),
        (Mark.GREEN, "the notice"),
        (Mark.AMBER, "the notice"),
        (Mark.GREEN, "the notice"),
    ]


def test_a_story_is_added_and_archived(store: Store, ids: Ids) -> None:
    story_id = kept(store, "story", slug="week two", headline="Week two")
    kept(store, "story", None, story_id, archived="yes")
    story = store.stories.get(story_id)
    assert (story.slug, story.archived, story.negotiation_id) == ("week-two", True, ids.talks)


@pytest.mark.parametrize(
    ("kind", "typed", "field", "says"),
    [
        ("party", {"name": "WGA"}, "kind", "this is needed"),
        ("party", {"name": "", "kind": "union"}, "name", "this is needed"),
        ("party", {"name": "WGA", "kind": "employer"}, "", ""),
        ("party", {"name": "WGA", "kind": "e"}, "kind", "may be employer association or employer"),
        ("party", {"name": "WGA", "kind": "guild"}, "kind", "One of: union"),
        ("party", {"name": "sag-aftra", "kind": "union"}, "name", "is there already"),
        ("person", {"name": "Jo Roe", "party": "AMPTPP"}, "party", "Did you mean AMPTP?"),
        ("person", {"name": "Jo Roe", "party": "crabtree-ireland"}, "party", "is a person"),
        ("person", {"name": "Jo Roe", "confidential": "maybe"}, "confidential", "One of: yes, no."),
        ("source", {"code": "x", "kind": "rec", "date": "sometime"}, "date", "sometime"),
        ("source", {"code": "x", "kind": "rec", "embargo": "fri"}, "embargo", "one day and its time"),
        ("source", {"code": "presser", "kind": "rec"}, "code", "another source already"),
        ("source", {"code": "x", "kind": "published", "tier": "primary"}, "tier", "secondary"),
        ("source", {"code": "x", "kind": "rec", "attribution": "an official"}, "rule", "under a ground rule"),
        ("negotiation", {"name": "X", "parties": "SAG-AFTRA, WGA"}, "parties", "no party or person"),
        ("issue", {"issue": "wages"}, "issue", "on the table already"),
        ("position", {"issue": "wages", "party": "AMPTP", "kind": "stated"}, "words", "say what they want"),
        ("position", {"issue": "wages", "party": "AMPTP", "words": "4%"}, "kind", "this is needed"),
        ("position", {"issue": "wages", "party": "AMPTP", "words": "4%"}, "kind", "stated · characterised"),
        ("position", {"issue": "pay", "party": "AMPTP", "kind": "stated"}, "issue", "On the table: Wages."),
        ("development", {"words": "x", "kind": "session", "date": "13/2"}, "date", "not taken as a date"),
        ("development", {"words": "x", "kind": "session", "phase": "broken"}, "", ""),
        ("development", {"words": "x", "kind": "session", "phase": "re"}, "phase", "may be recessed or rejected"),
        ("development", {"words": "x", "kind": "comment"}, "asked", "who was asked is missing"),
        ("development", {"words": "x", "kind": "session", "asked": "AMPTP"}, "asked", "go with a comment sought"),
        ("development", {"words": "x", "kind": "comment", "asked": "AMPTP: maybe"}, "asked", "no outcome"),
        ("deadline", {"name": "x"}, "date", "this is needed"),
        ("deadline", {"name": "x", "date": "6"}, "date", "may be a day or an hour"),
        ("quote", {"words": "x"}, "speaker", "this is needed"),
        ("quote", {"words": "x", "speaker": "Nobody"}, "speaker", "no party or person is called “Nobody”"),
        ("quote", {"words": "x", "speaker": "AMPTP", "date": "tomorrow"}, "date", "still to come"),
        ("story", {"slug": "week-one"}, "slug", "another story already"),
        ("check", {"check": "x", "story": "nope"}, "story", "Known: week-one"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    kind: str, typed: Mapping[str, str], field: str, says: str, store: Store, ids: Ids
) -> None:
    try:
        _, errors = fill(store, kind, **typed)
    except InputError as error:
        errors = [error]
    assert [error.where for error in errors] == ([field] if field else [])
    assert says in "".join(map(str, errors))


@pytest.mark.parametrize("kind", [kind for kind in EDIT if kind != "check_mark"])
def test_a_form_opened_for_editing_and_saved_unchanged_changes_nothing(kind: str, store: Store, ids: Ids) -> None:
    rows = {
        "party": ids.union, "person": ids.person, "source": ids.source, "negotiation": ids.talks, "issue": ids.issue,
        "position": ids.position, "development": ids.development, "deadline": ids.deadline, "quote": ids.quote,
        "story": ids.story, "check": ids.check, "deadline_date": store.deadlines.get(ids.deadline).dates[0].id or 0,
    }  # fmt: skip
    before = snapshot(store, ids)
    kept(store, kind, None, rows[kind])
    assert snapshot(store, ids) == before


def snapshot(store: Store, ids: Ids) -> object:
    """Everything as the reporter sees it, without the ids of append-only rows."""
    deadline = store.deadlines.get(ids.deadline)
    return (
        store.people.parties(),
        store.people.persons(),
        store.sources.all(),
        [store.sources.terms(source_id=one.id) for one in store.sources.all()],
        store.talks.negotiations(),
        store.talks.issues(),
        [replace(one, id=None, corrects=None, recorded_at=None) for one in store.talks.positions(ids.talks)],
        [replace(one, id=None, corrects=None, recorded_at=None) for one in store.developments.all()],
        replace(deadline, dates=()),
        [replace(one, id=None, corrects=None, recorded_at=None) for one in deadline.dates],
        store.quotes.record(ids.quote),
        store.stories.all(),
        store.stories.checks(ids.story),
    )


def _texts(form: Form) -> list[str]:
    """The fields of a form that take anybody's words."""
    free = {"Line", "Passage", "Names", "_Category"}
    return [field.name for field in form.fields if type(field.reader).__name__ in free]


_LEAST: dict[str, dict[str, str]] = {
    "party": {"kind": "union"},
    "source": {"kind": "rec", "rule": "background"},
    "terms": {"rule": "background"},
    "position": {"issue": "Wages", "party": "AMPTP", "kind": "reported unnamed"},
    "development": {"kind": "session"},
    "deadline": {"date": "mar 6"},
    "deadline_date": {"date": "mar 6"},
    "quote": {"speaker": "AMPTP"},
    "check": {"story": "week-one"},
    "check_mark": {"mark": "amber"},
    "issue": {"talks": "sag"},
    "template": {"other": "AMPTP"},
}


@pytest.mark.parametrize(
    "words", [ODD, ODD + "x" * 100_000, "’“”‘ ”,;:,, \t\n\r\n ¶ é e\u0301"], ids=["odd", "long", "marks"]
)
@pytest.mark.parametrize("kind", list(ADD))
def test_every_field_takes_anything_and_gives_it_back(kind: str, words: str, store: Store, ids: Ids) -> None:
    form = ADD[kind]
    preset: Preset = {"deadline_id": ids.deadline, "check_id": ids.check, "source_id": ids.source}
    typed = dict.fromkeys(_texts(form), words) | _LEAST.get(kind, {})
    preset = {key: value for key, value in preset.items() if kind in ("deadline_date", "check_mark", "terms")}
    row_id = kept(store, kind, preset, **typed)
    assert row_id
    if kind in EDIT:
        texts = EDIT[kind].initial(store, EntryContext.of(store), {}, row_id)
        for name in set(texts) & set(_texts(form)):
            assert "\x1b" not in texts[name]
            assert "\ud800" not in texts[name]
            if words.startswith("We was") and name not in ("code", "slug", "aliases", "tags", "released"):
                assert texts[name].startswith("We was [sic] there [/bold] [@click=app.quit]")


@pytest.mark.parametrize("words", [ODD, "x" * 100_000, '"', ",", "“", ":", "\x00", "a: b by c"])
@pytest.mark.parametrize("kind", list(ADD))
def test_no_field_breaks_on_what_it_does_not_understand(kind: str, words: str, store: Store, ids: Ids) -> None:
    form, known = ADD[kind], EntryContext.of(store)
    values = {field.name: words for field in form.fields}
    _, errors = form.read(values, known)
    assert {error.where for error in errors} <= set(values)
    for field in form.fields:
        assert isinstance(field.offer(words, len(words), values, known), tuple)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("party", "union"), ("person", "person"), ("source", "source"), ("negotiation", "talks"), ("issue", "issue"),
        ("position", "position"), ("development", "development"), ("deadline", "deadline"), ("quote", "quote"),
        ("story", "story"), ("check", "check"),
    ],
)  # fmt: skip
def test_what_is_withdrawn_is_named_first_and_undone_after(kind: str, name: str, store: Store, ids: Ids) -> None:
    before = snapshot(store, ids)
    meant = withdrawal(store, kind, getattr(ids, name))
    assert meant.what
    meant.work()
    assert withdrawn(store, kind, getattr(ids, name))
    store.history.undo()
    assert snapshot(store, ids) == before


def withdrawn(store: Store, kind: str, row_id: int) -> bool:
    table = {"check": "story_check"}.get(kind, kind)
    row = store.one(f"SELECT withdrawn_at FROM {table} WHERE id = :id", id=row_id)
    return row is not None and row["withdrawn_at"] is not None


def test_withdrawing_a_confidential_person_does_not_say_the_name(store: Store) -> None:
    person_id = kept(store, "person", name="Mary Ito", confidential="yes")
    assert "Ito" not in withdrawal(store, "person", person_id).what


def test_a_quote_whose_last_mark_is_not_known_keeps_that(store: Store, ids: Ids) -> None:
    quote_id = kept(store, "quote", words="A fair deal", speaker="AMPTP", end="unknown")
    assert store.quotes.get(quote_id).end_mark is EndMark.UNKNOWN
