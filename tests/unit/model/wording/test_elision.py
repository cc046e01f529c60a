"""A quote with cuts and insertions beside its passage: what stands for what, what may turn the sense, what never passes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.enums import SourceKind, Tier, VerificationKind
from desk.model.quotes.quotes import Quote, Source, Speaker
from desk.model.quotes.verification_blocker import (
    Check,
    changes_in_words,
    differences,
    kept_note,
    left_out_in_words,
    risks_of,
    taken_over,
    verification_blocker,
)
from desk.model.wording.compare import Kind
from desk.model.wording.elision import Change, Elision, elided
from desk.model.wording.excerpt import excerpt
from desk.model.wording.passage import compare
from desk.model.wording.words import tokens

PASSAGE = (
    "We are here today. They said that we will not, under any terms, accept a deal of 4 million dollars that is not fair "
    "to our members.\n\nNobody asked Duncan Crabtree-Ireland about it. We will win, he said. We will wait [laughter] and "
    "see … on Feb. 14 and not before."
)


def told(quote: str, passage: str = PASSAGE) -> list[tuple[str, str]]:
    found = elide(passage, quote)
    assert found is not None, quote
    return [(change.mark, change.left_out) for change in found.changes]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("we will not … accept a deal", [("…", "under any terms")]),
        ("we will not ... accept a deal", [("...", "under any terms")]),
        ("we will not . . . accept a deal", [(". . .", "under any terms")]),
        ("we will not […] accept a deal", [("[…]", "under any terms")]),
        ("we will not (...) accept a deal", [("(...)", "under any terms")]),
        ("“we will not … accept a deal”", [("…", "under any terms")]),
        ("we will not, … accept a deal", [("…", "under any terms")]),
        # At the start and at the end.
        ("… said that we will not", [("…", "They")]),
        ("We are …", [("…", "here today")]),
        ("[The union] said that we will not", [("[The union]", "They")]),
        ("accept a deal … to [them].", [("…", "of 4 million dollars that is not fair"), ("[them]", "our members")]),
        # Two cuts; one beside the other; a cut beside an insertion.
        ("They said … we will not … accept", [("…", "that"), ("…", "under any terms")]),
        ("we will not … … accept", [("…", "under any terms"), ("…", "")]),
        ("we will not … [ever] accept", [("…", "under any terms"), ("[ever]", "")]),
        ("we will not [ever] … accept", [("[ever]", ""), ("…", "under any terms")]),
        # Alone, in place of words, and where the words are odd.
        ("a deal … that is not fair to our [own] members", [("…", "of 4 million dollars"), ("[own]", "")]),
        ("They said [sic] that we will not", [("[sic]", "")]),
        ("(The guild) said that we", [("(The guild)", "They")]),
        ("We are here today. [The guild] said", [("[The guild]", "They")]),
        # A bracket inside of a word.
        ("[W]e will not, under any terms", [("[W]e", "we")]),
        ("They sa[y] that we will not", [("sa[y]", "said")]),
        ("accept a deal[s] of 4", [("deal[s]", "deal")]),
        ("[T]hey … [w]ill not", [("[T]hey", "They"), ("…", "said that we"), ("[w]ill", "will")]),
        # Brackets in brackets; a bracket that is not closed is none.
        ("will not, [under [all] terms], accept", [("[under [all] terms]", "under any terms")]),
        # Over paragraphs, over what somebody else says, and where style puts a period before the cut.
        ("fair to our members. … We will win", [("…", "Nobody asked Duncan Crabtree-Ireland about it")]),
        ("We are here today … We will win", [("…", PASSAGE[19 : PASSAGE.index(". We will win")])]),
        ("We are here. … We will win", [("…", PASSAGE[12 : PASSAGE.index(". We will win")])]),
        # What the passage has itself is no cut: only the other one is.
        ("We will wait [laughter] and […] on Feb. 14", [("[…]", "see")]),
        ("[We] will wait [laughter] and see … on Feb. 14", [("[We]", "We")]),
    ],
)  # fmt: skip
def test_a_mark_stands_for_what_the_quote_leaves_out(quote: str, expected: list[tuple[str, str]]) -> None:
    assert told(quote) == expected
    found = compare(PASSAGE, quote)
    assert found.word_for_word
    assert not found.same
    assert differences(found) == ""


@pytest.mark.parametrize(
    "quote",
    [
        "We will wait [laughter] and see … on Feb. 14",
        "We will wait (laughter) and see",
    ],
)
def test_signs_that_the_passage_has_itself_are_its_words(quote: str) -> None:
    passage = PASSAGE.replace("[laughter]", quote.split(" ")[3])
    found = compare(passage, quote)
    assert found.same
    assert found.elision is None


@pytest.mark.parametrize(
    "quote",
    [
        "we will … not accept a deal",  # the words do not stand in this order
        "we will not … accepts a deal",  # another word
        "We will not … accept a deal",  # another case
        "we will not … accept a good deal",
        "[The union] says that we will not",
        "accept a deal … that is fair to our members",  # a negation dropped where no mark is
        "Nobody asked Crabtree … about it",
        "They said … that we will not",  # nothing is left out there
        "They said that we will not … , under any terms",  # only a comma is
        "… We are here today",  # nothing stands before it
        "and not before …",  # nothing stands after it
        "They said [sic] we will not",  # it stands for no words
        "We are [present] we will win",  # an insertion stands for words of one sentence
        "They said that we will [not, under any terms, accept",
        "We will wait [laughter] and … on Feb. 14",  # the mark is the speaker's pause, beside which a word was dropped
        "We will wait [laughter] and see … Feb. 14",
        "win, he said. … We are here",  # the wrong way round
        "[…]", "[the union]", "… [the union] …", "[sic]", "[w]e", "( )",
    ],
)  # fmt: skip
def test_what_is_no_cut_never_passes(quote: str) -> None:
    assert elide(PASSAGE, quote) is None
    found = compare(PASSAGE, quote)
    assert not found.word_for_word
    assert differences(found)


def test_a_cut_at_which_nothing_is_left_out_is_named_with_its_words() -> None:
    found = compare(PASSAGE, "They said … we will … not, under any terms")
    assert differences(found) == "The words differ: nothing is left out at “will … not,”."


def elide(passage: str, quote: str) -> Elision | None:
    return elided(passage, tokens(passage), quote, tokens(quote))


def test_a_quote_without_marks_is_no_elision() -> None:
    assert elide(PASSAGE, "They said that we will not") is None
    assert elide("", "They … not") is None
    assert elide(PASSAGE, "") is None


def test_a_question_that_the_quote_ends_with_a_period_stays_a_difference() -> None:
    passage = "Will you, after all that, accept the deal? No."
    assert elide(passage, "Will you … accept the deal.") is None
    assert elide(passage, "Will you … accept the deal?") is not None


def test_where_words_stand_twice_the_fewest_are_left_out() -> None:
    passage = "We will, I think, go on. We will, for our members and for all who come after them, go on striking."
    assert told("We will … go on", passage) == [("…", "I think")]
    assert told("We will … go on striking", passage) == [("…", "for our members and for all who come after them")]


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("They said that we will … accept", "The cut at “…” takes “not” out of a sentence of which other words stay."),
        ("… accept a deal", "The cut at “…” takes “not” out of a sentence of which other words stay."),
        ("a deal of 4 million dollars …", "The cut at “…” takes “not” out of a sentence of which other words stay."),
        ("we will [gladly] accept", "“[gladly]” stands for words with “not” in them."),
        ("They said that we will [never] not", "“[never]” brings in a negation that the passage does not have there."),
        ("We did[n't] go", "“did[n't]” brings in a negation that the passage does not have there."),
        ("a deal of 4 … dollars", "The cut at “…” parts a number: “4” and “million”."),
        ("a deal of [5] million", "“[5]” brings in a number, “5”, that the passage does not have there."),
        ("a deal of [many] million", "“[many]” stands for words with the number “4” in them."),
        ("a deal of 4[0] million", "“4[0]” brings in a number, “40”, that the passage does not have there."),
        ("Nobody asked Duncan … about it", "The cut at “…” parts a name: “Duncan” and “Crabtree”."),
        ("Nobody asked [him] about it", "“[him]” stands for the name “Duncan”."),
    ],
)
def test_a_cut_that_takes_the_sense_away_is_named_and_needs_a_note(quote: str, says: str) -> None:
    found = compare(PASSAGE.replace("We are here", "We did go; we are here"), quote)
    assert found.elision is not None
    assert risks_of(found) == (says,)
    one = Quote(id=1, words=quote, speakers=(Speaker(person_id=1, name="Duncan Crabtree-Ireland"),))
    source = Source(id=3, code="release", kind=SourceKind.PRESS_RELEASE, tier=Tier.PRIMARY)
    check = Check(kind=VerificationKind.STATEMENT, source=source, comparison=found)
    assert verification_blocker(one, check) == f"{says} Write down why the sense is kept."
    noted = Check(kind=VerificationKind.STATEMENT, source=source, comparison=found, note="he says so in full before")
    assert verification_blocker(one, noted) == ""
    assert kept_note(noted).endswith(". Sense kept: he says so in full before")


@pytest.mark.parametrize(
    "quote",
    [
        "we will not … accept a deal",
        "We are here today. … We will win",  # whole sentences, with their negations
        "a deal of [4] million",
        "[Nobody] asked Duncan Crabtree-Ireland",
        "Nobody asked [Duncan Crabtree-Ireland] about it",
        "we will [never, ever] accept",
        "wait [laughter] … on Feb. 14",
        "on [February] 14",
    ],
)
def test_a_cut_that_leaves_the_sense_alone_needs_no_note(quote: str) -> None:
    found = compare(PASSAGE, quote)
    assert found.elision is not None
    assert risks_of(found) == ()


def test_what_was_cut_and_inserted_is_said_from_both_sides() -> None:
    found = compare(PASSAGE, "[The union] said that we will not … accept. … We will win")
    assert changes_in_words(found) == (
        "“[The union]” is yours, for “They”",
        "3 words cut at “…”: “under any terms”",
        "19 words cut at “…”, across paragraphs: “a deal of 4 million dollars that is not…”",
    )
    assert left_out_in_words(found)[:2] == ("“They” stands as “[The union]” in the quote", "“under any terms” is cut")


def test_the_pieces_of_an_elided_quote_cover_it_in_order() -> None:
    quote = "“[T]hey said … we will not, … accept a deal[s] of [some] million.”"
    found = elide(PASSAGE, quote)
    assert found is not None
    assert [(piece.kind, piece.quote, piece.source) for piece in found.pieces] == [
        (Kind.INSERTED, "[T]hey", "They"),
        (Kind.SAME, "said", "said"),
        (Kind.CUT, "…", "that"),
        (Kind.SAME, "we will not", "we will not"),
        (Kind.CUT, ", …", ", under any terms,"),
        (Kind.SAME, "accept a", "accept a"),
        (Kind.INSERTED, "deal[s]", "deal"),
        (Kind.SAME, "of", "of"),
        (Kind.INSERTED, "[some]", "4"),
        (Kind.SAME, "million", "million"),
    ]
    assert found.changes[-1] == Change(Kind.INSERTED, "[some]", "4", 1, 0, found.changes[-1].risks)


def test_taking_over_the_difference_keeps_the_cuts_that_stand_for_something() -> None:
    quote = "“[The union] says that we will not … accept a good deal”"
    assert differences(compare(PASSAGE, "They say that we will not … accept a good deal")) == (
        "The words differ: “say” stands for “said”; the passage does not have “good”."
    )
    found = compare(PASSAGE, "They say that we will not … accept a good deal")
    assert taken_over("They say that we will not … accept a good deal", PASSAGE, found) == (
        "They said that we will not … accept a deal"
    )
    assert not compare(PASSAGE, quote).word_for_word


def test_a_long_passage_is_searched_in_bounded_steps() -> None:
    """A passage of 5 MB that is made of the quote's own words. No step goes through all pairs of places."""
    rng = random.Random(4)
    words = ["we", "will", "not", "go", "the", "a"]
    filler = " ".join(rng.choice(words) for _ in range(400_000))
    said = "They told us that the grandmothers, all of them, would never wait."
    passage = f"{filler}. {said} {filler}."
    quote = "They told us that the grandmothers … would never wait."
    start, end = excerpt(passage, quote)
    assert end - start < 20_000
    found = compare(passage[start:end], quote)
    assert found.elision is not None
    assert changes_in_words(found) == ("3 words cut at “…”: “all of them”",)
    assert elide(filler, "we … will [not] go … the … a") is not None
    assert elide(filler, "we … will [not] go … the … strike") is None


def test_a_cut_of_many_pages_is_found_in_a_long_text() -> None:
    passage = "\n\n".join(["Nothing here."] * 3_000)
    middle = " ".join(["and on"] * 900)
    passage = f"{passage}\n\nWe began the year, {middle}, and we ended it together.\n\n{passage}"
    start, end = excerpt(passage, "We began the year … and we ended it together")
    assert compare(passage[start:end], "We began the year … and we ended it together").elision is not None


WORDS = st.sampled_from("we will not accept a deal of 4 million that is fair to members now never We".split())
MARKS = st.sampled_from(["…", "[the union]", "[…]", "(so)", "[sic]"])


@given(st.lists(WORDS, min_size=4, max_size=30), st.lists(st.one_of(WORDS, MARKS), min_size=1, max_size=12))
def test_whatever_passes_has_the_passages_words_in_order(passage: list[str], quote: list[str]) -> None:
    found = elide(" ".join(passage), " ".join(quote))
    if found is None:
        return
    outside = [word for word in quote if word[0] not in "…[("]
    left = iter(passage)
    assert all(word in left for word in outside)
    assert [word for piece in found.pieces if piece.kind is Kind.SAME for word in piece.source.split()] == outside


@given(st.lists(WORDS, min_size=6, max_size=30), st.data())
def test_words_that_are_cut_with_a_mark_always_pass(passage: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(1, len(passage) - 3))
    last = data.draw(st.integers(first + 1, len(passage) - 1))
    cut = [*passage[:first], "…", *passage[last:]]
    found = elide(" ".join(passage), " ".join(cut))
    assert found is not None
    assert sum(change.words for change in found.changes) <= last - first
