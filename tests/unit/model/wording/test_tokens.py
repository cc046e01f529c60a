from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.model.wording.tokens import LONGEST, fold, initialisms, terms, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fair wages, now!", ["fair", "wages", "now"]),
        ("We won't; we won’t", ["we", "wont", "we", "wont"]),
        ("'Tis the 'season'", ["tis", "the", "season"]),
        ("Crabtree-Ireland", ["crabtree", "ireland"]),
        ("the U.S. and the U.S.A and p.m.", ["the", "us", "and", "the", "usa", "and", "pm"]),
        ("the end.Next day", ["the", "end", "next", "day"]),
        ("$1,000,000 or 1000000, 12,5", ["1000000", "or", "1000000", "12", "5"]),
        ("1.000.000 and 4.5%", ["1000000", "and", "4", "5", "percent"]),
        ("10\u202f000 francs", ["10000", "francs"]),
        ("Müller, Łódź, Straße, Ærø, naïve", ["muller", "lodz", "strasse", "aero", "naive"]),
        ("e\u0301te\u0301 été", ["ete", "ete"]),
        ("Забастовка ЁЛКА", ["забастовка", "елка"]),
        ("ΑΠΕΡΓΊΑ απεργίας", ["απεργια", "απεργιασ"]),
        ("إضراب مُعَلِّمين", ["اضراب", "معلمين"]),
        ("罢工。", ["罢", "工"]),
        ("ｽﾄﾗｲｷ ｶﾞ", ["ス", "ト", "ラ", "イ", "キ", "ガ"]),
        ("ト\u3099", ["ド"]),
        ("ストを", ["ス", "ト", "ヲ"]),
        ("りんご リンゴ", ["リ", "ン", "ゴ"] * 2),
        ("کارگری ہے", ["كارگري", "هے"]),
        ("हड़ताल जारी", ["हड़ताल", "जारी"]),
        ("٢٠٢٦", ["2026"]),
        ("snake_case", ["snake", "case"]),
        ("coop\u00aderate", ["cooperate"]),
        ("\x00 \u202e ... 🙂 ''", []),
        ("99%, 99 %, 99 percent, 99 per cent, 99 Per-Cent", ["99", "percent"] * 5),
        ("99\u00a0% – 99 per cent", ["99", "percent"] * 2),
        ("٩٩٪ ９９％", ["99", "percent"] * 2),
        ("the % of it, super cent, per cents", ["the", "of", "it", "super", "cent", "per", "cents"]),
        ("$4 million, $4m, £4M, €4mn, 4mln", ["4", "million"] * 5),
        ("$4.5bn or 4.5 billion; 2tn", ["4", "5", "billion", "or", "4", "5", "billion", "2", "trillion"]),
        ("$50k, $50K and 50,000, a 401k", ["50000", "50000", "and", "50000", "a", "401k"]),
        ("£50k", ["50000"]),
        ("b2b, 4ms, 5m's, m4m", ["b2b", "4ms", "5ms", "m4m"]),
        ("1,500 1500 １，５００", ["1500"] * 3),
    ],
)
def test_words_are_compared_as_people_read_them(text: str, expected: list[str]) -> None:
    assert [token.term for token in tokens(text)] == expected
    assert terms(text) == expected


def test_a_token_knows_where_its_word_stands() -> None:
    text = "He said: ‘we won’t’ — in the U.S., £1,000."
    stand = [text[token.start : token.end] for token in tokens(text)]
    assert stand == ["He", "said", "we", "won’t", "in", "the", "U.S", "1,000"]


def test_a_word_without_end_is_cut() -> None:
    assert terms("a" * 10_000) == ["a" * LONGEST] == [token.term for token in tokens("a" * 10_000)]


@given(st.text(alphabet=st.sampled_from("abcmkZ019 .,'’-_\n\u00a0$%"), max_size=60))
def test_the_fast_way_and_the_way_with_places_agree_on_plain_text(text: str) -> None:
    assert terms(text) == [token.term for token in tokens(text)]


@given(st.text(max_size=80))
def test_any_text_has_terms_and_places_inside_it(text: str) -> None:
    found = tokens(text)
    assert terms(text) == [token.term for token in found]
    assert all(0 <= token.start < token.end <= len(text) and token.term for token in found)
    assert all(fold(token.term) == token.term for token in found if token.term.isascii())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Directors Guild of America", ("dga", "dgoa")),
        ("Writers Guild of America West", ("wgaw", "wgoaw")),
        ("Alliance of Motion Picture and Television Producers", ("amptp", "aompatp")),
        ("Netflix", ()),
        ("", ()),
    ],
)
def test_a_name_has_the_initials_people_write(name: str, expected: tuple[str, ...]) -> None:
    assert initialisms(name) == expected
