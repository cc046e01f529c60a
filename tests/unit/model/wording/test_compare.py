"""The same words or not, and which of them differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.wording.compare import Flag, Kind, difference, same_words
from desk.model.wording.passage import compare
from desk.model.wording.words import core, tokens

Q1 = "We are not going to accept a deal that is not fair to our members"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Q1, f"“{Q1},”"),
        (Q1, f'"{Q1}."'),
        (Q1, f"‘{Q1}’,"),
        ("deal—fair", "deal - fair"),
        ("deal–fair", "deal -- fair"),
        ("SAG‑AFTRA", "SAG-AFTRA"),
        ("don't", "don’t"),
        ('he said "no" to us', "he said ‘no’ to us"),
        ("He said 'no.'", "“He said ‘no’,”"),
        ("two  \n words", "two\u00a0words"),
        ("so ...", "so…"),
        ("the U.S.", "the U.S.,"),
        ("e\u0301tude", "étude"),
        ("“We stay.\n\n“We go on.”", "We stay.\n\nWe go on."),
        ('"We stay.\n\n"We go on."', "We stay. We go on."),
        ("", "."),
    ],
)
def test_typography_alone_is_no_difference(a: str, b: str) -> None:
    assert same_words(a, b)
    assert same_words(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Q1, Q1.replace("not ", "", 1)),
        ("We won't", "we won't"),
        ("our members?", "our members."),
        ("our members!", "our members"),
        ("members...", "members"),
        ("1,000", "1000"),
        ("3.5", "35"),
        ("4%", "4"),
        ("SAG-AFTRA", "SAG AFTRA"),
        ("cannot", "can not"),
        ("a b", "b a"),
        ("deal, that", "deal that"),
        ("members", "member"),
        ("workers'", "workers"),
        ('"A" and B', "A and B"),
        ("“A.”\n\n“B.”", "A.\n\nB."),
        ("José", "Jose"),
        ("ไม่", "ไม"),
    ],
)
def test_whatever_is_more_than_typography_is_a_difference(a: str, b: str) -> None:
    assert not same_words(a, b)
    assert any(piece.kind is not Kind.SAME for piece in difference(a, b))


@pytest.mark.parametrize(
    ("source", "quote", "expected"),
    [
        (Q1, Q1.replace("are not", "are"), [(Kind.DROPPED, "not", "", {Flag.NEGATION})]),
        ("We will accept it", "We will never accept it", [(Kind.ADDED, "", "never", {Flag.NEGATION})]),
        ("They won’t sign", "They will sign", [(Kind.REPLACED, "won’t", "will", {Flag.NEGATION})]),
        ("a raise of 4% now", "a raise of 5% now", [(Kind.REPLACED, "4%", "5%", {Flag.NUMBER})]),
        ("for three years", "for four years", [(Kind.REPLACED, "three", "four", {Flag.NUMBER})]),
        ("and then Astin spoke", "and then Hessinger spoke", [(Kind.REPLACED, "Astin", "Hessinger", {Flag.NAME})]),
        ("when we met the DGA there", "when we met there", [(Kind.DROPPED, "the DGA", "", {Flag.NAME})]),
        ("we are here", "We are here", [(Kind.REPLACED, "we", "We", {Flag.CASE})]),
        ("a deal, they said", "a deal they said", [(Kind.DROPPED, ",", "", {Flag.PUNCTUATION})]),
        ("a fair deal", "a good deal", [(Kind.REPLACED, "fair", "good", set())]),
        ("one two", "", [(Kind.DROPPED, "one two", "", {Flag.NUMBER})]),
        ("", "a word", [(Kind.ADDED, "", "a word", set())]),
    ],
)
def test_a_difference_says_what_was_done_and_how_grave_it_is(
    source: str, quote: str, expected: list[tuple[Kind, str, str, set[Flag]]]
) -> None:
    changed = [piece for piece in difference(source, quote) if piece.kind is not Kind.SAME]
    assert [(p.kind, p.source, p.quote, set(p.flags)) for p in changed] == expected


def test_the_same_words_are_one_piece() -> None:
    (piece,) = difference(f"“{Q1},”", Q1)
    assert piece.kind is Kind.SAME
    assert piece.source == piece.quote == Q1


_WORDS = st.lists(st.sampled_from(["we", "not", "deal", "4%", "DGA", ",", "“", "—", "never", "a", "."]), max_size=25)


@given(_WORDS, _WORDS)
def test_the_pieces_cover_both_texts_in_order_and_agree_with_same_words(a: list[str], b: list[str]) -> None:
    source, quote = " ".join(a), " ".join(b)
    pieces = difference(source, quote)
    for token in core(tokens(source)):
        assert sum(p.source_start <= token.start and token.end <= p.source_end for p in pieces) == 1
    for token in core(tokens(quote)):
        assert sum(p.quote_start <= token.start and token.end <= p.quote_end for p in pieces) == 1
    assert [p.source_start for p in pieces] == sorted(p.source_start for p in pieces)
    for piece in pieces:
        assert source[piece.source_start : piece.source_end] == piece.source
        assert quote[piece.quote_start : piece.quote_end] == piece.quote
    assert all(p.kind is Kind.SAME for p in pieces) == same_words(source, quote)


PASSAGE = f"He paused. “{Q1},” Duncan Crabtree-Ireland said, not smiling. “Is that clear?”"


def test_a_quote_is_found_in_a_longer_passage() -> None:
    found = compare(PASSAGE, Q1)
    assert found.same
    assert PASSAGE[found.start : found.end] == Q1
    assert found.cut_negation == ""


def test_a_not_dropped_from_the_quote_is_seen_in_the_passage() -> None:
    found = compare(PASSAGE, Q1.replace("not ", "", 1))
    assert not found.same
    (piece,) = [p for p in found.pieces if p.kind is not Kind.SAME]
    assert (piece.kind, piece.source, piece.flags) == (Kind.DROPPED, "not", {Flag.NEGATION})
    assert PASSAGE[piece.source_start : piece.source_end] == "not"


def test_a_cut_that_leaves_the_negation_behind_is_named_though_every_word_is_the_speakers() -> None:
    found = compare(PASSAGE, "going to accept a deal")
    assert found.same
    assert found.cut_negation == "not"


def test_a_question_quoted_as_a_statement_is_not_the_same() -> None:
    assert compare(PASSAGE, "Is that clear?").same
    assert compare(PASSAGE, "Is that clear").same
    assert not compare(PASSAGE, "Is that clear.").same


@pytest.mark.parametrize("passage", ["", "  ", "Nothing of the kind was said here"])
def test_a_passage_without_the_quote_is_never_the_same(passage: str) -> None:
    assert not compare(passage, Q1).same


def test_an_empty_quote_matches_nothing() -> None:
    assert not compare(PASSAGE, "").same
    assert not compare("", "").same


def test_the_best_place_of_several_is_taken() -> None:
    passage = f"We are going to accept a deal. {' '.join(['filler'] * 500)} {Q1.replace('deal', 'contract')}."
    found = compare(passage, Q1)
    assert [(p.source, p.quote) for p in found.pieces if p.kind is not Kind.SAME] == [("contract", "deal")]


def test_two_long_texts_that_share_nothing_come_back_as_replaced() -> None:
    (piece,) = difference("a b c d e " * 3000, "v w x y z " * 3000)
    assert piece.kind is Kind.REPLACED
