"""The bank as a reporter meets it: half-remembered words in, the right quote on top."""

from __future__ import annotations

from datetime import date

import pytest

from desk.search.answer import Superseded
from desk.search.bank import Bank
from desk.search.document import Document, Grade

WAGES = 1
COUNSEL = 2
ROOM = 3
PENSION = 4
RUSSIAN = 5
CHINESE = 6
ARABIC = 7
GREEK = 8
MONEY = 9


def day(year: int, month: int = 1, day_of_month: int = 1) -> int:
    return date(year, month, day_of_month).toordinal()


QUOTES = (
    Document(
        id=WAGES,
        words="We will not accept a deal that leaves background actors without fair wages.",
        speakers=("Fran Drescher", "President"),
        org="SAG-AFTRA",
        venue="press conference",
        tags=("wages", "background"),
        talks=("tv",),
        date=day(2023, 7, 13),
        verified=True,
        copyable=True,
    ),
    Document(
        id=COUNSEL,
        words="The studios’ counsel hasn’t returned our calls since Tuesday.",
        speakers=("Duncan Crabtree-Ireland",),
        org="SAG-AFTRA",
        venue="interview",
        tags=("talks",),
        date=day(2026, 2, 11),
        copyable=True,
    ),
    Document(
        id=ROOM,
        words="The U.S. government stayed out of the room, and the dead bodies of old proposals stayed in it.",
        speakers=("Carol Lombardini",),
        org="Alliance of Motion Picture and Television Producers",
        venue="statement",
        date=day(2026, 2, 12),
    ),
    Document(
        id=PENSION,
        words="Pension contributions rose 4.5% while the negotiators negotiated, then striking began.",
        speakers=("a person familiar with the schedule",),
        org="Directors Guild of America",
        tags=("pension",),
        date=day(2025, 6, 1),
        verified=True,
    ),
    Document(id=RUSSIAN, words="Забастовка продолжается, и мы не отступим.", speakers=("Ёлкин",)),
    Document(id=CHINESE, words="罢工将继续进行，直到我们得到公平的工资。"),
    Document(id=ARABIC, words="سيستمر الإضراب حتى نحصل على أجور عادلة"),
    Document(id=GREEK, words="Η απεργία συνεχίζεται μέχρι τη νίκη."),
    Document(id=MONEY, words="They offered $1,000,000 and a naïve promise to the crew of “Ærø”."),
)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank(QUOTES)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("leaves background actors", WAGES),
        ("leavs bakcground actros", WAGES),
        ("actors wages accept", WAGES),
        ("accepting leave wage", WAGES),
        ("back ground actors", WAGES),
        ("deadbodies of old", ROOM),
        ("dresher wages", WAGES),
        ("crabtre ireland", COUNSEL),
        ("studios counsel hasnt returned", COUNSEL),
        ("studio's counsel hasn't", COUNSEL),
        ("us government", ROOM),
        ("U.S. government", ROOM),
        ("amptp", ROOM),
        ("dga", PENSION),
        ("DGA pension", PENSION),
        ("directors guild", PENSION),
        ("4.5%", PENSION),
        ("strike pension", PENSION),
        ("1000000", MONEY),
        ("1,000,000", MONEY),
        ("1 000 000", MONEY),
        ("naive promise", MONEY),
        ("aero", MONEY),
        ("забастовка", RUSSIAN),
        ("забостовка продолжаеться", RUSSIAN),
        ("елкин", RUSSIAN),
        ("罢工", CHINESE),
        ("公平工资", CHINESE),
        ("الاضراب", ARABIC),
        ("أجور عادلة", ARABIC),
        ("ΑΠΕΡΓΙΑ", GREEK),
        ("fair wag", WAGES),
        ("press confer", WAGES),
    ],
)
def test_half_remembered_words_find_their_quote(bank: Bank, line: str, found: int) -> None:
    assert bank.search(line).ids[:1] == [found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("speaker:drescher", {WAGES}),
        ("speaker:dresher", {WAGES}),
        ("speaker:dre", {WAGES}),
        ('speaker:"fran drescher"', {WAGES}),
        ("speaker:drescher speaker:lombardini", {WAGES, ROOM}),
        ("org:sag-aftra", {WAGES, COUNSEL}),
        ("org:sagaftra", {WAGES, COUNSEL}),
        ("speaker:@crabtreeireland", {COUNSEL}),
        ('"leaves backgr', {WAGES}),
        ('"leaves backgr"', set()),
        ('"backgr', {WAGES}),
        ('"background backgr', set()),
        ('"zzz backgr', set()),
        ("org:dga", {PENSION}),
        ("talks:tv", {WAGES}),
        ("tag:wages tag:background", {WAGES}),
        ("tag:wages tag:pension", set()),
        ("tag:actors", set()),
        ("is:verified", {WAGES, PENSION}),
        ("is:copyable", {WAGES, COUNSEL}),
        ("is:verified is:copyable", {WAGES}),
        ("since:2026", {COUNSEL, ROOM}),
        ("since:2025 before:2026-02-12", {COUNSEL, PENSION}),
        ('"fair wages"', {WAGES}),
        ('"wages fair"', set()),
        ('"FAIR wages" is:verified', {WAGES}),
        ('"hasn\'t returned our"', {COUNSEL}),
        ('"of old proposals" org:sag-aftra', set()),
        ("stayed is:verified", set()),
    ],
)
def test_filters_leave_only_what_they_say(bank: Bank, line: str, found: set[int]) -> None:
    answer = bank.search(line)
    assert set(answer.ids) == found
    assert answer.total == len(found)


def test_an_empty_line_shows_all_verified_and_newest_first(bank: Bank) -> None:
    assert list(bank.search("").ids)[:4] == [PENSION, WAGES, ROOM, COUNSEL]
    assert bank.search("  ").total == len(QUOTES)


def test_the_limit_bounds_the_hits_and_not_the_count(bank: Bank) -> None:
    answer = bank.search("", limit=2)
    assert (len(answer), answer.total) == (2, len(QUOTES))


def test_equal_quotes_stand_verified_first_then_newest() -> None:
    same = {"words": "Exactly the same words.", "org": "Guild"}
    bank = Bank(
        [
            Document(id=1, date=day(2020), **same),
            Document(id=2, date=day(2026), **same),
            Document(id=3, date=day(2019), verified=True, **same),
        ]
    )
    assert list(bank.search("same wrods").ids) == [3, 2, 1]


def test_exact_and_phrase_hits_stand_above_fuzzy_ones() -> None:
    bank = Bank(
        [
            Document(id=1, words="The strikers marched. The march was long."),
            Document(
                id=2,
                words="A march, they said, and then some say a long and winding strike with many other words in it.",
            ),
            Document(id=3, words="The strike march took all day."),
        ]
    )
    answer = bank.search("strike march ")
    assert [(hit.id, hit.grade) for hit in answer] == [(3, Grade.PHRASE), (2, Grade.EXACT), (1, Grade.FUZZY)]


def test_every_quote_with_the_word_as_typed_is_counted_and_stands_above_those_with_one_like_it() -> None:
    # One quote has the word in every form, under a speaker of nearly that name: the others must not fade beside it.
    plain = [Document(id=number, words=f"Number {number} had the right answer.") for number in range(1, 1_001)]
    tagged = [Document(id=2_000, words="They had none.", tags=("right",))]
    like = [Document(id=3_000 + number, words=f"Rights, rights, number {number}!") for number in range(20)]
    all_forms = Document(id=4_000, words="Rights: the right to right what is right.", speakers=("Ann Wright", "Right"))
    answer = Bank([*plain, *tagged, *like, all_forms]).search("right ", limit=1_100)
    grades = [hit.grade for hit in answer]
    assert grades.count(Grade.EXACT) == 1_002
    assert grades == sorted(grades, reverse=True)
    assert (answer.ids[0], answer.counted) == (4_000, True)
    assert answer.total >= 1_002


def test_common_words_in_a_row_stand_above_the_same_words_apart() -> None:
    apart = [
        Document(id=number, words=f"All of the unions and the state and the union of number {number} say so.")
        for number in range(1, 3_001)
    ]
    together = Document(
        id=9_000, words="What is the state of the union and of all who are and who would be of it, " * 9
    )
    for line in ("the state of the union", "the state of the uni"):
        answer = Bank([*apart, together]).search(line)
        assert [(hit.id, hit.grade) for hit in answer.hits[:2]] == [(9_000, Grade.PHRASE), (answer.ids[1], Grade.EXACT)]


def test_what_matched_is_marked_in_the_words_and_named_in_the_fields(bank: Bank) -> None:
    answer = bank.search("dresher actros fair-wages")
    match = answer.match(QUOTES[0])
    assert [QUOTES[0].words[low:high] for low, high in match.spans] == ["actors", "fair", "wages"]
    assert match.fields == ("speaker", "tag")


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("deadbodies", ["dead", "bodies"]),
        ("gover nment", ["government"]),
        ("govern", ["government"]),
        ('"u.s. government"', ["U.S", "government"]),
        ('"stayed in', ["stayed", "in"]),
        ("of the room", ["of", "the", "room"]),
        ("the room of", ["The", "of", "the", "room", "the", "of"]),
    ],
)
def test_mended_and_unfinished_words_are_marked_too(bank: Bank, line: str, marked: list[str]) -> None:
    words = QUOTES[2].words
    assert [words[low:high] for low, high in bank.search(line).spans(words)] == marked


def test_an_unknown_filter_is_said_and_the_rest_still_finds(bank: Bank) -> None:
    answer = bank.search("colour:red crabtree")
    assert answer.unknown == ("colour:red",)
    assert answer.ids[0] == COUNSEL


def test_a_new_quote_is_found_by_the_next_search() -> None:
    bank = Bank(QUOTES)
    bank.put(Document(id=100, words="Zebra crossings were never on the table."))
    assert bank.search("zebra crosings").ids[0] == 100
    assert len(bank) == len(QUOTES) + 1
    assert 100 in bank


def test_an_edited_quote_is_found_by_its_new_words_only() -> None:
    bank = Bank(QUOTES)
    bank.put(Document(id=WAGES, words="We walked out at noon."))
    assert list(bank.search('"background actors"').ids) == []
    assert bank.search("walked noon").ids[0] == WAGES
    bank.put(Document(id=WAGES, words="We walked out at midnight."))
    assert list(bank.search('"at noon"').ids) == []
    assert list(bank.search('"at midnight"').ids) == [WAGES]
    assert len(bank) == len(QUOTES)


def test_a_removed_quote_is_not_found_and_its_words_are_forgotten() -> None:
    bank = Bank(QUOTES)
    bank.put(Document(id=100, words="quagga"))
    bank.remove([WAGES, 100, 999])
    assert list(bank.search("background actors").ids) == []
    assert list(bank.search("quagga").ids) == []
    assert b"quagga" not in bank.snapshot()
    assert b"background" not in bank.snapshot()


def test_a_bank_that_grew_by_edits_answers_as_one_built_at_once() -> None:
    grown = Bank()
    for document in QUOTES:
        grown.put(Document(id=document.id, words="an earlier form"))
    for document in QUOTES:
        grown.put(document)
    whole = Bank(QUOTES)
    for line in ("actros wages", "", "is:verified", "govrnment room", "pension"):
        expected = [(hit.id, hit.grade) for hit in whole.search(line)]
        assert [(hit.id, hit.grade) for hit in grown.search(line)] == expected
    assert grown.digests() == {document.id: document.digest() for document in QUOTES}
    grown.tidy()
    for line in ("actros wages", "", "govrnment room"):
        assert list(grown.search(line).ids) == list(whole.search(line).ids)


def test_many_quotes_put_at_once_are_found_and_replace_earlier_ones() -> None:
    bank = Bank(QUOTES)
    bank.put_many(Document(id=number, words=f"remark number {number} of the hearing") for number in range(1, 1000))
    assert len(bank) == 999
    assert list(bank.search('"remark number 700"').ids) == [700]
    assert list(bank.search('"background actors"').ids) == []


def test_the_digests_tell_which_quotes_differ_from_the_table() -> None:
    bank = Bank(QUOTES)
    bank.put(Document(id=WAGES, words="changed"))
    table = {document.id: document.digest() for document in QUOTES}
    assert {number for number, digest in bank.digests().items() if table[number] != digest} == {WAGES}


def test_what_a_speaker_hides_is_not_found_by_what_it_hides(bank: Bank) -> None:
    answer = bank.search("familiar with the schedule")
    assert answer.ids[0] == PENSION
    assert QUOTES[3].words not in str(answer)


def test_the_same_remark_in_two_reports_is_found_as_similar() -> None:
    bank = Bank(
        [
            *QUOTES,
            Document(id=100, words="We will never accept a deal that leaves background actors without fair wages!"),
            Document(
                id=101, words="He said: we will not accept a deal that leaves background actors without fair wages."
            ),
        ]
    )
    found = bank.similar(QUOTES[0].words, but=WAGES)
    assert {each.id for each in found} == {100, 101}
    assert all(0.9 < each.likeness < 1 for each in found)
    assert (
        bank.similar("“We will not accept a deal that leaves background actors without fair wages”")[0].likeness == 1.0
    )
    assert bank.similar("Nothing of the kind was said here by anyone.") == []
    assert bank.similar("") == []


def test_a_search_stops_when_it_is_no_longer_wanted(bank: Bank) -> None:
    with pytest.raises(Superseded):
        bank.search("wages", cancelled=lambda: True)
    assert bank.search("wages").ids


def test_a_newer_question_stops_the_one_before(bank: Bank) -> None:
    line = bank.line()
    asked: list[int] = []

    def dates(text: str, /, *, after: int | None = None, before: int | None = None) -> tuple[int, int] | None:
        # Somebody types on while the first question is being read.
        if not asked:
            asked.append(1)
            asked.append(line.ask("wages").total)
        return None

    slow = Bank(QUOTES, dates=dates)
    line = slow.line()
    with pytest.raises(Superseded):
        line.ask("since:now wages")
    assert asked[1] > 0


def test_an_empty_bank_answers() -> None:
    bank = Bank()
    assert len(bank) == 0
    for line in ("", "words", '"exact words"', "is:verified speaker:x"):
        assert list(bank.search(line).ids) == []
    assert bank.similar("words") == []
    bank.tidy()


def test_quotes_that_are_held_back_are_found_by_the_words_they_share_the_rarest_first() -> None:
    bank = Bank(
        (
            Document(id=1, words="Pelicans cost less than herons"),
            Document(id=2, words="Pelicans cost less than the studios say"),
            Document(id=3, words="Pelicans cost less than herons", copyable=True),
            Document(id=4, words="Herons sleep"),
        )
    )
    assert bank.held_back(["pelicans", "cost", "herons"], 2, 5) == [1, 2]
    assert bank.held_back(["pelicans", "cost", "herons"], 3, 5) == [1]
    bank.remove([1])
    assert bank.held_back(["pelicans", "cost", "herons"], 2, 5) == [2]
