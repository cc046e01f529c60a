"""One line, one quote: whose words, which words, and nothing of ours among them."""

from __future__ import annotations

from datetime import date

import pytest

from desk.app.lines.completing import complete_quote
from desk.app.lines.context import EntryContext
from desk.app.lines.quoteline import parse_quote
from desk.model.enums import Basis, Certainty, EndMark, GroundRule, QuoteForm
from desk.model.errors import InputError
from desk.model.records import Speaker


def test_a_quote_is_noted_in_one_line(known: EntryContext) -> None:
    draft = parse_quote('"We won\'t accept that" @Crabtree-Ireland src:presser', known)
    quote = draft.quote
    assert (quote.words, quote.form, quote.source_id) == ("We won't accept that", QuoteForm.FULL, 2)
    assert quote.speakers == (
        Speaker(person_id=1, name="Duncan Crabtree-Ireland", title="national executive director", party="SAG-AFTRA"),
    )
    assert quote.negotiation_ids == (1,)
    assert draft.missing == ()


def test_a_party_may_speak(known: EntryContext) -> None:
    assert parse_quote('"We stand together." @SAG-AFTRA @AMPTP', known).quote.speakers == (
        Speaker(party_id=1, name="SAG-AFTRA"),
        Speaker(party_id=2, name="AMPTP"),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“We won’t accept that.” @AMPTP", "We won’t accept that."),
        ('"He told me "no" yesterday." @AMPTP', 'He told me "no" yesterday.'),
        ('"“No,” he said to me." @AMPTP', "“No,” he said to me."),
        ("“He told me ‘no’ twice.” @AMPTP", "He told me ‘no’ twice."),
        ("“He told me “no” twice.” @AMPTP", "He told me “no” twice."),
        ('"It is 5:30 and on:fri #now @home" @AMPTP', "It is 5:30 and on:fri #now @home"),
        ('"A quote" @"Greg Hessinger" venue:"CES, \'26"', "A quote"),
        ('"He said "no"" @AMPTP', 'He said "no"'),
        ('"We was [sic] there [/bold]." @AMPTP', "We was [sic] there [/bold]."),
        ('"words alone"', "words alone"),
    ],
)
def test_the_words_are_those_between_the_marks(line: str, words: str, known: EntryContext) -> None:
    assert parse_quote(line, known).quote.words == words


@pytest.mark.parametrize(
    ("typed", "words", "end"),
    [
        ("A fair deal.", "A fair deal.", EndMark.GIVEN),
        ("A fair deal?", "A fair deal?", EndMark.GIVEN),
        ("A fair deal", "A fair deal", EndMark.UNKNOWN),
        ("A fair deal,", "A fair deal", EndMark.UNKNOWN),
        ("He said ‘go.’", "He said ‘go.’", EndMark.GIVEN),
    ],
)
def test_a_reports_own_comma_is_not_the_speakers(typed: str, words: str, end: EndMark, known: EntryContext) -> None:
    quote = parse_quote(f'"{typed}" @AMPTP', known).quote
    assert (quote.words, quote.end_mark) == (words, end)


def test_a_paraphrase_has_no_marks_and_a_partial_quote_has(known: EntryContext) -> None:
    paraphrase = parse_quote("a strike remains possible @Crabtree-Ireland form:paraphrase", known).quote
    assert (paraphrase.form, paraphrase.words) == (QuoteForm.PARAPHRASE, "a strike remains possible")
    partial = parse_quote('"fair to our members" @Crabtree-Ireland form:partial', known).quote
    assert (partial.form, partial.words) == (QuoteForm.PARTIAL, "fair to our members")


def test_tags_venue_and_talks_come_with_it(known: EntryContext) -> None:
    quote = parse_quote(
        '"x." @AMPTP #pay tag:ai,pay venue:"Consumer Electronics Show" talks:wga loc:"p. 3"', known
    ).quote
    assert (quote.tags, quote.venue, quote.negotiation_ids, quote.locator) == (
        ("ai", "pay"),
        "Consumer Electronics Show",
        (2,),
        "p. 3",
    )


def test_a_ground_rule_of_its_own_is_kept_beside_the_quote(known: EntryContext) -> None:
    terms = parse_quote('"x." @AMPTP rule:not-for-attribution', known).terms
    assert terms is not None
    assert terms.rule is GroundRule.NOT_FOR_ATTRIBUTION
    assert parse_quote('"x." @AMPTP', known).terms is None


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ('"x." @AMPTP', date(2026, 2, 14)),
        ('"x." @AMPTP on:fri', date(2026, 2, 13)),
        ('"x." @AMPTP src:presser', date(2026, 2, 11)),
        ('"x." @AMPTP src:presser on:fri', date(2026, 2, 13)),
        ('"x." @AMPTP src:S1', None),
        ('"x." @AMPTP src:call', date(2026, 2, 14)),
    ],
)
def test_it_was_said_on_the_day_of_its_occasion_and_a_report_does_not_tell(
    line: str, start: date | None, known: EntryContext
) -> None:
    value = parse_quote(line, known).quote.date
    assert (value.start, value.certainty) == (start, Certainty.OCCURRED)


def test_what_is_missing_is_said_and_nobody_is_put_in_its_place(known: EntryContext) -> None:
    draft = parse_quote('"We won\'t accept that."', known)
    assert [(one.what, one.needed) for one in draft.missing] == [("speaker", True), ("source", False)]
    assert (draft.quote.speakers, draft.quote.source_id) == ((), None)
    assert "no source given" in [piece.text for piece in draft.pieces]


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ('"x." @AMPTP', Basis.INFERRED),
        ('"x." @AMPTP on:today', Basis.STATED),
        ('"x." @AMPTP src:presser', Basis.STATED),
    ],
)
def test_a_day_that_nobody_gave_is_not_stated(line: str, basis: Basis, known: EntryContext) -> None:
    assert parse_quote(line, known).quote.date.basis is basis


def test_a_quote_said_after_its_source_is_said_to_be(known: EntryContext) -> None:
    notes = parse_quote('"x." @AMPTP src:presser on:fri', known).notes
    assert "presser is dated Wed Feb 11, before this: kept, and marked to be looked at" in notes


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "the words are missing"),
        ("@AMPTP src:S1", "the words are missing"),
        ("We won't accept that @AMPTP", "need quotation marks"),
        ("\"We won't accept that @AMPTP", "not closed"),
        ("“We won't accept that", "not closed"),
        ('"" @AMPTP', "no words between the marks"),
        ('"We won\'t," said Greg @AMPTP', "“said” stands outside"),
        ('"We won\'t," he said. "Never." @AMPTP', "two quotations"),
        ("“We won't,” he said. “Never.” @AMPTP", "two quotations"),
        ('"We won\'t" colour:blue @AMPTP', "“colour:blue” stands outside"),
        ('"We won\'t" form:paraphrase @AMPTP', "a paraphrase has no quotation marks"),
        ("a strike @AMPTP is possible form:paraphrase", "stand together"),
        ('"x" @Nobody', "no party or person is called “Nobody”"),
        ('"x" @AMPTP\'s', "does not belong to a name"),
        ('"x" src:S7', "no source has the code “S7”"),
        ('"x" rule:backgroud', "Did you mean background?"),
        ('"x" form:whole', "One of: full, partial, paraphrase."),
        ('"x" on:tomorrow', "still to come"),
        ('"x" on:nonsense', "nonsense"),
    ],
)
def test_what_is_not_understood_is_refused_in_words(line: str, says: str, known: EntryContext) -> None:
    with pytest.raises(InputError) as refused:
        parse_quote(line, known)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ('"We talked @cr', []),
        ('"Words." @cr', ["@Crabtree-Ireland"]),
        ('"Words." src:', ["src:S1", "src:presser", "src:call"]),
        ('"Words." rule:ba', ["rule:background"]),
        ('"Words." form:pa', ["form:partial", "form:paraphrase"]),
        ('"Words." ve', ["venue:"]),
        ("paraphrased @amp", ["@AMPTP"]),
    ],
)
def test_tab_completes_behind_the_words_only(line: str, offered: list[str], known: EntryContext) -> None:
    assert [one.text for one in complete_quote(line, len(line), known)] == offered


ODD = {
    "marks": '"' * 20_000,
    "marks and names": '" @a ' * 5_000,
    "names in marks": '"x" @"a" ' + '@"a" ' * 2_000 + "end",
    "opening marks": "“" * 50_000,
    "surrogate": '"\ud800" @AMPTP',
}


@pytest.mark.parametrize("line", ODD.values(), ids=ODD.keys())
def test_anything_at_all_may_be_typed(line: str, known: EntryContext) -> None:
    try:
        words = parse_quote(line, known).quote.words
    except InputError:
        return
    words.encode()


@pytest.mark.parametrize("name", ["crabtre", "Crabtree-Irland", "crabtee"])
def test_a_name_half_written_is_offered_whole(name: str, known: EntryContext) -> None:
    with pytest.raises(InputError) as refused:
        parse_quote(f'"We will not go" @{name}', known)
    assert refused.value.remedy == "Did you mean @Crabtree-Ireland?"
