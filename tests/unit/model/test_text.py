"""Cleaning text on its way in, and showing what is left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.text import clean, one_line, visible


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("We was [sic] there", "We was [sic] there"),
        ("[/bold] and [@click=app.quit]", "[/bold] and [@click=app.quit]"),
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("\x1b]52;c;c2VjcmV0\x07after", "after"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d52;c;c2VjcmV0\x9cafter", "after"),
        ("\x1bPq#0\x1b\\after", "after"),
        ("\x1b]0;a title that never ends", "]0;a title that never ends"),
        ("\x1bHello", "Hello"),
        ("one\r\ntwo\rthree\u2028four\x0cfive\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("tab\there", "tab\there"),
        ("null\x00 bell\x07 delete\x7f", "null bell delete"),
        ("\ufeffmark first", "mark first"),
        ("safe\u202etxt.exe\u202c", "safetxt.exe"),
        ("\u2066isolated\u2069 \u200eleft\u200f", "isolated left"),
        ("zero\u200bwidth\u2060joined", "zerowidthjoined"),
        ("soft\u00adhyphen", "softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("lone \ud800 one", "lone \ufffd one"),
        ("\ud83d\ude00", "😀"),
        ("e\u0301", "é"),
        ("don\x92t say \x93no\x94", "don’t say “no”"),
        ("no\u00a0break", "no\u00a0break"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_what_was_written_stays(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_never_fails_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned if c not in "\n\t")


@given(st.text())
def test_text_that_is_seen_whole_is_kept_as_it_is(text: str) -> None:
    ordinary = "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum() or c in " .,’“”—\n")
    ordinary = unicodedata.normalize("NFC", ordinary)
    hangul_fillers = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0"))
    assert clean(ordinary) == ordinary.translate(hangul_fillers)


def test_thousands_of_marks_on_one_letter_become_a_few() -> None:
    text = "a" + "\u0316\u0301" * 50_000
    assert len(clean(text)) <= 31
    assert clean("a\u0316\u0301b") == unicodedata.normalize("NFC", "a\u0316\u0301b")


def test_a_hundred_thousand_introducers_without_an_end_are_no_trouble() -> None:
    assert clean("\x1b]" * 50_000) == "]" * 50_000
    assert clean("\x1b[" * 50_000 + "m") == "[" * 49_999


@pytest.mark.parametrize(
    ("given_text", "line"),
    [
        ("  two \n lines\t\there ", "two lines here"),
        ("a\u00a0b", "a b"),
        ("\n\n", ""),
        ("with\x00 null", "with null"),
    ],
)
def test_one_line_has_one_space_between_words(given_text: str, line: str) -> None:
    assert one_line(given_text) == line


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("plain — “text” é 😀", "plain — “text” é 😀"),
        ("\x1b]52;c;x\x07", "␛]52;c;x␇"),
        ("a\x9bb", "a␦b"),
        ("a\u202eb\u200bc", "a␦b␦c"),
        ("a\x7f\x00", "a␡␀"),
        ("line\nnext\ttab\r", "line\nnext\ttab␍"),
        ("\ud800", "\ufffd"),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_what_is_left_is_shown_as_symbols(given_text: str, shown: str) -> None:
    assert visible(given_text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_is_as_long_and_steers_no_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in shown if c not in "\n\t")
    assert not set(shown) & set("\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff")


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_is_left_to_show_of_what_was_cleaned(text: str) -> None:
    assert visible(clean(text)) == clean(text)
