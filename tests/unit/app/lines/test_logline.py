"""One line, one development: what is kept, what is asked for, what is refused at which word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk.app.lines.completing import complete_log
from desk.app.lines.context import EntryContext, UnknownError
from desk.app.lines.logline import LogDraft, keep_log, parse_log
from desk.model.enums import Axis, Basis, Bound, Certainty, CommentOutcome, DevelopmentKind, Precision
from desk.model.errors import InputError
from desk.model.records import Person
from desk.store.store import Store
from tests.unit.app.conftest import NOW, ZONE


def shown(draft: LogDraft, what: str) -> list[str]:
    return [piece.text for piece in draft.pieces if piece.what == what]


def test_a_session_is_logged_in_one_line(known: EntryContext) -> None:
    draft = parse_log("SAG wraps early on:fri #session src:S1", known)
    kept = draft.development
    assert kept.words == "SAG wraps early"
    assert (kept.kind, kept.source_id, kept.negotiation_ids) == (DevelopmentKind.SESSION, 1, (1,))
    assert (kept.date.start, kept.date.certainty) == (date(2026, 2, 13), Certainty.OCCURRED)
    assert shown(draft, "date") == ["Fri Feb 13 2026, the last one"]
    assert shown(draft, "certainty") == ["occurred"]
    assert draft.missing == ()
    assert draft.notes == ()


def test_a_proposal_names_its_party_and_its_issue(known: EntryContext) -> None:
    kept = parse_log("@AMPTP offers 4% #proposal issue:wages", known).development
    assert (kept.words, kept.kind, kept.party_ids, kept.issue_id) == (
        "AMPTP offers 4%",
        DevelopmentKind.PROPOSAL,
        (2,),
        2,
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Sides meet at 9:30 on:fri", "Sides meet at 9:30"),
        ("see http://guild.org/a?b=c:d on:fri", "see http://guild.org/a?b=c:d"),
        ("foo:bar happened", "foo:bar happened"),
        ("on:fri SAG wraps  early", "SAG wraps  early"),
        ("SAG on:fri wraps", "SAG wraps"),
        ('@AMPTP\'s offer, says @"Greg Hessinger", stands', "AMPTP's offer, says Greg Hessinger, stands"),
        ("Talks end #session @AMPTP @SAG-AFTRA", "Talks end"),
        ('He said "on:fri #session @nobody" twice', 'He said "on:fri #session @nobody" twice'),
        ("He said “src:S9” twice", "He said “src:S9” twice"),
        ('a 5" cut and more', 'a 5" cut and more'),
        ("We are #1 # and @ noon", "We are #1 # and @ noon"),
        ("mail me@guild.org a#b", "mail me@guild.org a#b"),
        ("We was [sic] there [/bold] [@click=app.quit]", "We was [sic] there [/bold] [@click=app.quit]"),
    ],
)
def test_words_are_kept_as_they_are(line: str, words: str, known: EntryContext) -> None:
    assert parse_log(line, known).development.words == words


def test_an_unknown_key_is_kept_as_words_and_said(known: EntryContext) -> None:
    assert parse_log("colour:blue is worn", known).notes == ("colour: is no key of the desk, so it is kept as words",)


def test_no_words_in_a_sentence_move_an_axis(known: EntryContext) -> None:
    assert parse_log("talks recessed, strike called, mutual blackout #statement", known).development.axes == ()


def test_axes_move_where_the_reporter_says_so(known: EntryContext) -> None:
    kept = parse_log("a pause phase:Recessed blackout:one-sided", known).development
    assert kept.axes == ((Axis.PHASE, "recessed"), (Axis.BLACKOUT, "one_sided"))


def test_a_line_without_a_date_is_of_today(known: EntryContext) -> None:
    draft = parse_log("SAG wraps early", known)
    assert draft.development.date.start == date(2026, 2, 14)
    assert draft.development.date.certainty is Certainty.OCCURRED
    assert [piece.given for piece in draft.pieces if piece.what == "date"] == [False]


@pytest.mark.parametrize(
    ("line", "precision", "start", "end", "bound", "certainty"),
    [
        ("x on:sat", Precision.DAY, (2026, 2, 14), (2026, 2, 14), Bound.ON, Certainty.OCCURRED),
        ("x on:sun", Precision.DAY, (2026, 2, 8), (2026, 2, 8), Bound.ON, Certainty.OCCURRED),
        ('x on:"feb 9"', Precision.DAY, (2026, 2, 9), (2026, 2, 9), Bound.ON, Certainty.OCCURRED),
        ("x on:'feb 9'", Precision.DAY, (2026, 2, 9), (2026, 2, 9), Bound.ON, Certainty.OCCURRED),
        ('x on:"feb 9 to feb 13"', Precision.DAY, (2026, 2, 9), (2026, 2, 13), Bound.BETWEEN, Certainty.OCCURRED),
        ('x on:"week of feb 9"', Precision.WEEK, (2026, 2, 9), (2026, 2, 15), Bound.ON, Certainty.OCCURRED),
        ('x by:"feb 9"', Precision.DAY, None, (2026, 2, 9), Bound.BY, Certainty.OCCURRED),
        ('x by:"feb 20 2026"', Precision.DAY, None, (2026, 2, 20), Bound.BY, Certainty.EXPECTED),
        ("x on:tomorrow", Precision.DAY, (2026, 2, 15), (2026, 2, 15), Bound.ON, Certainty.EXPECTED),
        ("x on:tomorrow #schedule", Precision.DAY, (2026, 2, 15), (2026, 2, 15), Bound.ON, Certainty.SCHEDULED),
        ('x on:"mar 6" certainty:expected', Precision.DAY, (2026, 3, 6), (2026, 3, 6), Bound.ON, Certainty.EXPECTED),
        ("x on:fri certainty:confirmed", Precision.DAY, (2026, 2, 13), (2026, 2, 13), Bound.ON, Certainty.CONFIRMED),
        ("x on:undated", Precision.UNDATED, None, None, Bound.ON, Certainty.OCCURRED),
    ],
)
def test_dates_are_what_happened_unless_they_are_ahead(
    line: str,
    precision: Precision,
    start: tuple[int, int, int] | None,
    end: tuple[int, int, int] | None,
    bound: Bound,
    certainty: Certainty,
    known: EntryContext,
) -> None:
    value = parse_log(line + " #session" if "#" not in line else line, known).development.date
    assert (value.precision, value.bound, value.certainty) == (precision, bound, certainty)
    assert value.start == (date(*start) if start else None)
    assert value.end == (date(*end) if end else None)


def test_what_is_ahead_moves_no_axis_and_says_so(known: EntryContext) -> None:
    draft = parse_log('WGA talks open on:"mar 6 2026" phase:talks_open', known)
    assert draft.development.kind is DevelopmentKind.SCHEDULE
    assert "it has not occurred, so it moves no axis yet" in draft.notes


def test_a_year_that_was_not_meant_is_seen_before_saving(known: EntryContext) -> None:
    draft = parse_log('x on:"mar 6"', known)
    assert draft.development.date.start == date(2025, 3, 6)
    assert draft.notes == ("mar 6 is taken as 2025; write the year for another",)


@pytest.mark.parametrize(
    ("line", "echo", "certainty"),
    [
        ('talks resume on:"mar 6" #schedule', "Fri Mar 6 2026", "scheduled"),
        ('talks resume on:"week of feb 16" #schedule', "the week of Mon Feb 16, to Sun Feb 22 2026", "scheduled"),
        ("talks resume on:fri #schedule", "Fri Feb 20 2026, the next one", "scheduled"),
        ('talks resume on:"mar 6" certainty:expected', "Fri Mar 6 2026", "expected"),
        ('talks began on:"feb 9" #session', "Mon Feb 9 2026", "occurred"),
    ],
)
def test_what_is_to_come_is_read_toward_the_future_and_says_how_sure_it_is(
    line: str, echo: str, certainty: str, known: EntryContext
) -> None:
    draft = parse_log(line, known)
    assert (shown(draft, "date"), shown(draft, "certainty")) == ([echo], [certainty])
    assert draft.notes == ()


def test_a_day_that_was_and_is_far_off_in_the_future_is_seen_before_saving(known: EntryContext) -> None:
    draft = parse_log('talks were called off on:"feb 9" #schedule', known)
    assert shown(draft, "date") == ["Tue Feb 9 2027"]
    assert draft.notes == ("feb 9 is taken as 2027; write the year for another",)


def test_a_refused_date_says_what_to_write_with_its_year(known: EntryContext) -> None:
    with pytest.raises(InputError) as refused:
        parse_log('talks open on:"week of feb 16" #session', known)
    assert refused.value.remedy == (
        "Write week of Feb. 10, 2025 or week of Feb. 17, 2025. Or with its year: week of February 16 2026."
    )


def test_an_axis_is_said_back_under_its_name(known: EntryContext) -> None:
    draft = parse_log("x #session phase:unknown action:none", known)
    assert [piece.echo for piece in draft.pieces if piece.what in ("phase", "action")] == [
        "phase: unknown",
        "action: none",
    ]


def test_a_date_may_be_inferred(known: EntryContext) -> None:
    assert parse_log("x on:fri basis:inferred", known).development.date.basis is Basis.INFERRED


def test_asking_for_comment_is_owed_until_it_came_to_something(known: EntryContext) -> None:
    kept = parse_log("left word at the office asked:AMPTP,Hessinger how:phone", known).development
    assert kept.kind is DevelopmentKind.COMMENT_SOUGHT
    assert [(one.party_id, one.person_id, one.how, one.outcome) for one in kept.asked] == [
        (2, None, "phone", CommentOutcome.PENDING),
        (None, 2, "phone", CommentOutcome.PENDING),
    ]


def test_those_named_in_a_comment_sought_are_those_asked(known: EntryContext) -> None:
    kept = parse_log("@SAG-AFTRA and @AMPTP decline #comment_sought outcome:declined", known).development
    assert [(one.party_id, one.outcome) for one in kept.asked] == [
        (1, CommentOutcome.DECLINED),
        (2, CommentOutcome.DECLINED),
    ]


def test_what_is_missing_is_said_and_nothing_is_put_in_its_place(known: EntryContext) -> None:
    draft = parse_log("members threaten a walkout", known)
    assert [(one.what, one.needed) for one in draft.missing] == [("kind", False), ("source", False)]
    assert draft.development.source_id is None
    assert draft.development.kind is DevelopmentKind.STATEMENT
    assert shown(draft, "kind") == ["statement (not given)"]
    assert shown(draft, "source") == ["no source given"]
    assert parse_log("SAG wraps early #session src:S1", known).missing == ()


def test_a_day_that_nobody_gave_is_taken_as_today_by_inference_and_shown_as_not_given(known: EntryContext) -> None:
    draft = parse_log("SAG wraps early #session src:S1", known)
    assert draft.development.date.basis is Basis.INFERRED
    assert shown(draft, "date") == ["Sat Feb 14 2026 (today, not given)"]
    given = parse_log("SAG wraps early on:today #session src:S1", known)
    assert given.development.date.basis is Basis.STATED
    assert shown(given, "date") == ["Sat Feb 14 2026"]


@pytest.mark.parametrize("certainty", [Certainty.EXPECTED, Certainty.SCHEDULED])
def test_what_is_expected_on_no_day_is_not_expected_today(certainty: Certainty, known: EntryContext) -> None:
    value = parse_log(f"members threaten a walkout #claim certainty:{certainty}", known).development.date
    assert (value.precision, value.certainty) == (Precision.UNDATED, certainty)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("talks are at an impasse #claim", "a claim, nobody named"),
        ("@AMPTP declares an impasse #claim", "claimed by AMPTP"),
        ("an impasse, @Crabtree-Ireland says #claim", "claimed by Duncan Crabtree-Ireland"),
        ("@AMPTP walked out of the room #claim", "a claim naming AMPTP"),
        ("lockout, the union says #claim @AMPTP", "a claim naming AMPTP"),
        ("@Crabtree-Ireland of @SAG-AFTRA sees an impasse #claim", "a claim naming Duncan Crabtree-Ireland"),
        ("@SAG-AFTRA and @AMPTP see an impasse #claim", "a claim naming SAG-AFTRA and AMPTP"),
        ('@"Mary Ito" sees an impasse #claim', "a claim, nobody named"),
    ],
)
def test_a_claim_says_while_typing_whose_it_will_be_told_as(line: str, says: str, known: EntryContext) -> None:
    assert shown(parse_log(line, known), "kind") == [says]


def test_a_claim_that_moves_an_axis_says_that_it_is_told_as_claimed(known: EntryContext) -> None:
    notes = parse_log("@AMPTP breaks off #claim phase:broken_off src:S1", known).notes
    assert "a claim is no fact: where the talks stand is told as claimed" in notes


@pytest.mark.parametrize(
    ("line", "older"),
    [
        ("SAG wraps early on:fri #session src:presser", True),
        ("SAG wraps early #session src:presser", True),
        ('SAG wraps early on:"feb 11" #session src:presser', False),
        ('SAG wraps early on:"feb 9 to feb 13" #session src:presser', False),
        ("SAG wraps early on:fri #session src:S1", False),
        ('talks go on on:"mar 6" #schedule src:presser', False),
    ],
)
def test_a_source_dated_before_what_it_tells_of_is_said_and_the_line_is_kept(
    line: str, older: bool, known: EntryContext
) -> None:
    draft = parse_log(line, known)
    assert draft.development.source_id is not None
    said = "presser is dated Wed Feb 11, before this: kept, and marked to be looked at"
    assert (said in draft.notes) is older


@pytest.mark.parametrize(
    ("line", "talks", "given"),
    [
        ("x", (1,), False),
        ("x talks:wga", (2,), True),
        ("x talks:wga-2026,sag-aftra-2026", (2, 1), True),
        ("x talks:none", (), True),
        ("x talks:sag", (1,), True),
    ],
)
def test_the_talks_are_those_in_view_unless_the_line_names_others(
    line: str, talks: tuple[int, ...], given: bool, known: EntryContext
) -> None:
    draft = parse_log(line, known)
    assert draft.development.negotiation_ids == talks
    assert [piece.given for piece in draft.pieces if piece.what == "talks"] == [given]


def test_with_no_talks_in_view_it_is_unassigned_and_says_so(known: EntryContext) -> None:
    draft = parse_log("sides meet phase:talks_open", replace(known, talks=None))
    assert draft.development.negotiation_ids == ()
    assert "in no talks; talks: puts it into some" in draft.notes
    assert "without talks it moves no axis" in draft.notes


@pytest.mark.parametrize(
    ("line", "talks"),
    [("@WGA meets", (2,)), ("@AMPTP meets", (1,)), ("x issue:rooms", (2,)), ("@AMPTP meets @WGA", ())],
)
def test_with_none_in_view_those_named_may_tell_the_talks(
    line: str, talks: tuple[int, ...], known: EntryContext
) -> None:
    assert parse_log(line, replace(known, talks=None)).development.negotiation_ids == talks


@pytest.mark.parametrize(
    ("line", "where", "says"),
    [
        ("", "words", "what happened is missing"),
        ("   ", "words", "what happened is missing"),
        ("#session src:S1", "words", "what happened is missing"),
        ("x src:S9", "src:S9", "Known: S1, presser, call."),
        ("x src:preser", "src:preser", "Did you mean presser?"),
        ("x issue:pay", "issue:pay", "On the table: Health and pension, Wages."),
        ("x issue:wagse", "issue:wagse", "Did you mean Wages?"),
        ("x phase:recesed", "phase:recesed", "Did you mean recessed?"),
        ("x blackout:zzz", "blackout:zzz", "One of: unknown, none, mutual, one_sided, lifted."),
        ("x #sesion", "#sesion", "Did you mean session?"),
        ("x #session #vote", "#vote", "one kind"),
        ("x on:fr", "on:fr", "fr"),
        ("x on:13/2", "on:13/2", "February 13"),
        ("x on:", "on", "its value is missing"),
        ('x on:"feb 9', 'on:"feb 9', "not closed"),
        ("x on:feb 9", "on:feb", 'Write on:"feb 9"'),
        ("x on:fri on:sat", "on:sat", "twice"),
        ("x on:fri by:sat", "by:sat", "do not go together"),
        ("x on:tomorrow certainty:occurred", "certainty:occurred", "has not occurred"),
        ("x talks:sga", "talks:sga", "no talks are called"),
        ("@AMPTPP offers", "@AMPTPP", "Did you mean @AMPTP?"),
        ("@Ito says", "@Ito", "may be “a confidential person” and “Sam Ito, negotiator”"),
        ("asked:Hessingr x", "asked:Hessingr", "Did you mean Hessinger?"),
        ("x #session asked:AMPTP", "#session", "goes with #comment_sought"),
        ("x #comment_sought", "asked", "who was asked is missing"),
        ("x asked:AMPTP outcome:maybe", "outcome:maybe", "One of: pending"),
        ("x basis:guessed", "basis:guessed", "no basis"),
    ],
)
def test_what_is_not_understood_is_said_at_that_word(line: str, where: str, says: str, known: EntryContext) -> None:
    with pytest.raises(InputError) as refused:
        parse_log(line, known)
    assert refused.value.where == where
    assert says in str(refused.value)


def test_an_unknown_name_can_be_added(known: EntryContext) -> None:
    with pytest.raises(UnknownError) as refused:
        parse_log('@"Jo Roe" speaks', known)
    assert (refused.value.subject, refused.value.name) == ("who", "Jo Roe")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("x #se", ["#session"]),
        ("x src:", ["src:S1", "src:presser", "src:call"]),
        ("x src:p", ["src:presser"]),
        ("x @cr", ["@Crabtree-Ireland"]),
        ("x @amp", ["@AMPTP"]),
        ("x @alliance", ["@AMPTP"]),
        ('x @"greg h', ["@Hessinger"]),
        ("x @sam", ['@"Sam Ito"']),
        ("x @ma", []),
        ("x @mary", ['@"Mary Ito"']),
        ("x issue:h", ['issue:"Health and pension"']),
        ("x issue:pen", ['issue:"Health and pension"']),
        ("x phase:re", ["phase:recessed", "phase:rejected"]),
        ("x talks:w", ["talks:wga-2026"]),
        ("x outcome:d", ["outcome:declined"]),
        ("x on:f", ["on:fri"]),
        ("x ph", ["phase:"]),
        ("x p", []),
        ("x ", []),
        ("", []),
        ('he says "ph', []),
    ],
)
def test_tab_completes_what_is_known(line: str, offered: list[str], known: EntryContext) -> None:
    assert [one.text for one in complete_log(line, len(line), known)] == offered


def test_a_completion_replaces_only_the_piece_at_the_cursor(known: EntryContext) -> None:
    line = "SAG wraps src:pr on:fri"
    (found,) = complete_log(line, line.index(" on:"), known)
    assert line[: found.start] + found.text + line[found.end :] == "SAG wraps src:presser on:fri"


ODD = {
    "direction": "x\u202e on:fri",
    "surrogate": "\ud800 x",
    "accents": "e\u0301" * 500,
    "marks": '"' * 20_000,
    "signs": "@" * 20_000,
    "keys": "on:" * 20_000,
    "long": "x " * 50_000,
    "steering": "\x1b]52;c;aGk=\x07 x",
}


@pytest.mark.parametrize("line", ODD.values(), ids=ODD.keys())
def test_anything_at_all_may_be_typed(line: str, known: EntryContext) -> None:
    try:
        words = parse_log(line, known).development.words
    except InputError:
        return
    words.encode()
    assert "\x1b" not in words


def test_thousands_of_names_are_offered_as_few(known: EntryContext) -> None:
    many = tuple(Person(id=n, name=f"First{n} Last{n}") for n in range(3_000))
    crowded = replace(known, persons=many)
    assert len(complete_log("x @Last", 7, crowded)) == 50
    assert parse_log("x @Last2999", crowded).development.person_ids == (2999,)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('embargo:"fri 5pm"', "⏲ embargo until Fri Feb 20 2026, 5 p.m. PST"),
        ('embargo:"mar 6 9am ET"', "⏲ embargo until Fri Mar 6 2026, 9 a.m. EST = 6 a.m. PST"),
    ],
)
def test_an_embargo_is_echoed_as_it_was_understood(known: EntryContext, typed: str, told: str) -> None:
    draft = parse_log(f"a deal is reached #claim {typed}", known)
    assert told in [piece.text for piece in draft.pieces]
    assert draft.development.words == "a deal is reached"


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("embargo:fri", "needs one day and its time"),
        ("embargo:fri 5pm", "may be one date"),
        ("embargo:soon", "no word|not a word"),
        ('embargo:"feb 1 2026 9am"', "is over"),
        ("embargo:", "value is missing"),
    ],
)
def test_an_embargo_that_is_not_one_moment_ahead_is_refused(known: EntryContext, typed: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        parse_log(f"a deal is reached {typed}", known)


def test_an_embargo_is_completed_with_the_hours_at_which_they_end(known: EntryContext) -> None:
    line = "a deal embargo:f"
    offered = complete_log(line, len(line), known)
    assert offered[0].text == 'embargo:"fri 6am"'
    assert offered[0].hint == "Fri Feb 20 2026, 6 a.m. PST"


def test_the_line_keeps_the_development_with_its_embargo(tmp_path: Path) -> None:
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW) as store:
        known = EntryContext.of(store, zone=ZONE)
        row_id = keep_log(store, parse_log('a deal is reached #claim embargo:"mar 6 9am ET"', known))
        embargo = store.developments.get(row_id).embargo
        assert embargo is not None
        assert (embargo.development_id, embargo.zone) == (row_id, "America/New_York")
