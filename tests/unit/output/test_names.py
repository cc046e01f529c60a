"""Confidential names are found however they are written, and what is only like one is not."""

from __future__ import annotations

import pytest

from desk.output.names import Names

PEOPLE = (
    "Duncan Crabtree-Ireland",
    "José Núñez",
    "Anna Price",
    "Bob Goodman",
    "Sean O'Brien",
    "Maria van der Berg",
    "Theo May",
    "李明",
    "Sören Ødegård",
    "John Paul Smith",
    "Dr. Una Stanton, Jr.",
    "Weiß, Karl",
    "Prince",
)
NAMES = Names(PEOPLE, others=["Interview at the harbour"])


@pytest.mark.parametrize(
    "text",
    [
        "duncan crabtree ireland",
        "CRABTREE-IRELAND’S offer",
        "> Duncan\n> Crabtree-Ireland",
        "Crab-\ntree-Ireland",
        "Crab- tree-Ireland",
        "D. Crabtree-Ireland",
        "Crabtree\u2011Ireland",
        "Crabtree Ireland",
        "CrabtreeIreland",
        "Duncan **Crabtree**\\-Ireland",
        "duncan_crabtree_ireland",
        "@duncancrabtreeireland",
        "#DuncanCrabtreeIreland2026",
        "Jose Nunez",
        "nunez's",
        "JOSE\u0301 NU\u0301N\u0303EZ",
        "Ms. Price",
        "two Goodmans",
        "the Goodmans’",
        "O’Brien",
        "OBrien",
        "O Brien",
        "Van Der Berg",
        "Ms. Berg",
        "Mr. May said",
        "他说李明来了",
        "Soren Odegard",
        "J.P.S. said",
        "J. S. said",
        "J.P. Smith",
        "Smith, John Paul",
        "Una Stanton",
        "S.m.i.t.h",
        "Karl Weiss",
        "PRINCE",
        "the interview AT the-harbour",
        "D.C.I. said",
        "DCI said",
        "D.C.-I.",
        "Crabtree told us",
        "b.goodman@studio.example",
        "bgoodman@studio.example",
        "https://x.example/bgoodman",
        "@bgoodman",
        "https://x.example/?who=Crabtree%20Ireland",
        "https://x.example/Karl-Wei%C3%9F",
        "Crabtree&#45;Ireland",
        "José N&uacute;&ntilde;ez",
        "G\u043e\u043edm\u0430n, in letters that look alike",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert NAMES.within(text)
    assert NAMES.within(f"before it: {text}, and after")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a price increase",
        "the good man said",
        "it may be May 11",
        "an ice berger",
        "Goodmanson and Pricely",
        "Duncan said",
        "U.S. officials at 5 p.m.",
        "in the harbour",
        "smithy",
        "Johnny Paulsen",
        "AI and A.I.",
        "Ireland voted",
        "on 11 May",
        "crabtrees in bloom",
        "50% of it & more;",
        "ABG and BGA",
        "Я читаю",
    ],
)
def test_what_is_only_like_a_name_is_not(text: str) -> None:
    assert not NAMES.within(text)


def test_initials_that_are_news_are_no_persons() -> None:
    assert not Names(["Una Smithson"]).within("The U.S. said so")
    assert Names(["Zoe Quandt"]).within("Z.Q. said so")
    assert not Names(["Zoe Quandt"]).within("zq and Z Q")


def test_capitals_that_are_a_body_are_nobodys_initials() -> None:
    assert Names(["Zoe Quandt"]).within("ZQ said so")
    assert Names(["Xavier Yves Zorn"]).within("XYZ said so")
    assert not Names(["Xavier Yves Zorn"], bodies=["XYZ"]).within("XYZ said so")
    assert not Names(["Wanda Ellis", "Isa Nagy", "Tom Allen"]).within("WE ARE IN ON IT. The TA holds.")


@pytest.mark.parametrize(
    "described", ["a studio executive", "A SAG-AFTRA official", "one of the negotiators", "my source"]
)
def test_a_description_is_no_name(described: str) -> None:
    assert not Names([described]).within(
        f"{described} said that the executive, a negotiator and an official are my source"
    )


def test_a_name_shared_with_somebody_who_may_be_named_is_theirs() -> None:
    names = Names(["John Smith"])
    assert names.within("Smith said")
    assert not names.within("Jane Smith said. Smith left.", permitted=["Jane Smith"])
    assert names.within("Jane Smith met John Smith.", permitted=["Jane Smith"])
    assert names.within("Jane Smith met J. Smith.", permitted=["Jane Smith"])


@pytest.mark.parametrize("name", ["", " ", "—", "..."])
def test_a_name_without_letters_is_never_found(name: str) -> None:
    assert not Names([name], [name]).within("anything at all")


def test_a_short_name_needs_its_capital() -> None:
    names = Names(["Li"])
    assert names.within("Li said")
    assert not names.within("la li lo")


def test_a_title_of_one_everyday_word_does_not_close_the_desk() -> None:
    names = Names(others=["Notes", "Notes of a lunch"])
    assert not names.within("he notes that lunch is over")
    assert names.within("from Notes")
    assert names.within("the notes of a lunch")


def test_a_long_text_is_searched_to_its_end() -> None:
    assert NAMES.within("word " * 50_000 + "Crabtree-Ireland")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then M. Quandt left, and Quandt’s aide.", ["M. Quandt", "Quandt"]),
        ("Mara\nQuandt left; MARA QUANDT stayed.", ["Mara\nQuandt", "MARA QUANDT"]),
        ("Die Öffnung — ﬁnally — für Mará Quándt.", ["Mará Quándt"]),
        ("Nobody left.", []),
    ],
)
def test_where_a_name_stands_is_told_in_the_text_as_it_is(text: str, found: list[str]) -> None:
    names = Names(["Mara Quandt"])
    assert [text[start:end] for start, end in names.places(text)] == found
    assert names.within(text) is bool(found)


def test_a_shared_surname_is_no_place_where_the_other_may_be_named() -> None:
    assert Names(["Mara Smith"]).places("Smith left.", permitted=["Jane Smith"]) == []


@pytest.mark.parametrize("text", ["As Obrien said", "OBrien’s plan", "As O’Brien said", "Nunez and others"])
def test_each_half_of_a_double_name_is_found_with_its_apostrophe_and_without(text: str) -> None:
    assert Names(["José Núñez-O'Brien"]).within(text)


@pytest.mark.parametrize(
    "address",
    ["https://a.org/M%61ra%20Qu%61ndt", "https://a.org/?to=https%3A%2F%2Fb.org%2Fqu%25C3%25A1ndt", "Qu&amp;#97;ndt"],
)
def test_a_name_in_an_address_is_found_however_often_it_is_written_over(address: str) -> None:
    names = Names(["Mara Quandt"])
    text = f"See {address} for more."
    assert names.within(text)
    assert [text[start:end] for start, end in names.places(text)] == [address]


def test_an_address_written_over_that_has_no_name_in_it_is_no_place() -> None:
    assert Names(["Mara Quandt"]).places("See https://a.org/100%25%20sure and R&amp;D.") == []


@pytest.mark.parametrize("text", ["Mueller said", "Muller’s plan", "MÜLLER", "J. Mueller", "Joerg\nMueller"])
def test_a_name_is_found_as_it_is_written_where_there_is_no_key_for_its_letters(text: str) -> None:
    assert Names(["Jörg Müller"]).within(text)
    assert Names(["Jo\u0308rg Mu\u0308ller"]).within(text)
