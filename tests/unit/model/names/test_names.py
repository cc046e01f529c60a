"""Confidential names are found however they are written, and what is only like one is not."""

from __future__ import annotations

import random
from time import process_time

import pytest

from desk.model.names.names import Names
from tests.bench.names import EVERYDAY, ORDINARY, cases, leaks

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
    "piece",
    [
        *(
            "김",
            "김 ",
            "Grant ß ",
            "Иван Петров ",
            "aб",
            "aб ",
            "б ",
            "И. ",
            "ο ",
            "K%69m ",
            "Gr%61nt",
            "&#75;im ",
            "W.G. ",
        ),
        *("a\u0301", "\u0301\u0316", "&#", "%", "-", "a\u200d", "A", "a-\n", "<a ", "@", "a9", "山 "),
    ],
)
def test_no_text_takes_longer_than_its_length_whatever_it_is_made_of(piece: str) -> None:
    names = Names(["Will Grant", "Kim Jong-su", "Иван Петров", "김철수", "山田 花子", "محمد الحسن", "O", "An Nguyen"])
    text = "xn--" + piece * (40_000 // len(piece))
    began = process_time()
    names.places(text)
    names.within(text)
    assert process_time() - began < 5, piece


def test_places_of_a_name_of_another_script_are_its_own_in_each_part() -> None:
    text = "Ivan’s note: Иван Петров told Bob, Жанна Юрова and Петрову, in Kyiv; P%65trov too."
    names = Names(["Ivan Petrov"])
    assert [text[start:end] for start, end in names.places(text)] == ["Иван Петров", "Петрову", "P%65trov"]
    assert not Names(["Ana Liudova"]).within("Ана was here; Bob left. Лю was there, then Дова.")


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("An Nguyen", "An Nguyen told us they fold"),
        ("An Nguyen", "Nguyen told us"),
        ("An Nguyen", "Ms. An told us"),
        ("an nguyen", "Nguyen told us"),
        ("My Linh", "MY LINH"),
        ("My Linh", "Linh’s plan"),
        ("A Smith", "Smith said"),
        ("One Smith", "Smith said"),
        ("Some Okonkwo", "Okonkwo said"),
        ("The Anh Tran", "Tran said"),
        ("Do Kwon", "Kwon said"),
        ("So Young Park", "Ms. Park said"),
        ("Le An", "Mr. An said"),
    ],
)
def test_a_first_name_that_is_a_small_word_switches_no_name_off(name: str, text: str) -> None:
    assert Names([name]).within(text)


@pytest.mark.parametrize(
    "described",
    ["a SAG-AFTRA Official", "A Studio Executive", "one negotiator", "someone close to the talks", "another person",
     "A person with knowledge of it", "an agent"],
)  # fmt: skip
def test_what_describes_somebody_is_searched_for_no_more_than_before(described: str) -> None:
    assert not Names([described]).within(
        "An agent, an official and an executive, who knows the person, left the talks."
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Иван Петров", "Иван Петров told us"),
        ("Иван Петров", "As Ivan Petrov said"),
        ("Иван Петров", "said with Петровым there"),
        ("Ivan Petrov", "it was Петров who said no"),
        ("Dmitry Zhukovsky", "the plan of Жуковского"),
        ("Михаил Горбачёв", "Gorbachev said"),
        ("Лев Толстой", "Tolstoi or Tolstoy"),
        ("Νίκος Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ said"),
        ("Νίκος Παπαδόπουλος", "Papadopoulos said"),
        ("Νίκος Παπαδόπουλος", "of Παπαδόπουλου and others"),
        ("خالد المصري", "he heard المصـــري say"),
        ("خالد المصري", "and والمصري said, for للمصري"),
        ("أحمد حداد", "that وحداد left"),
        ("یوسف کریمی", "كريمي said"),
        ("יוסי ברקוביץ", "it was שברקוביץ who left"),
        ("राजेश शर्मा", "As शर्मा said"),
        ("สมชาย ใจเย็น", "คุณสมชายบอกว่า no"),
        ("გიორგი ბერიძე", "ბერიძემ said"),
        ("გიორგი ბერიძე", "Beridze said"),
        ("Արամ Խաչատրյան", "Խաչատրյանը said"),
        ("김철수", "As 김철수는 said"),
        ("김철수", "김 씨 said no"),
        ("김철수", "Kim Cheolsu said"),
        ("山田 花子", "山田さん said"),
        ("山田花子", "As 山田 said"),
        ("やまだ はなこ", "ヤマダ said, or Yamada"),
        ("王小明", "王先生 told us"),
        ("陳大文", "陈大文 told us"),
        ("渡邊 健太", "渡辺 said"),
        ("Володимир Зеленський", "Zelenskyy said"),
        ("Volodymyr Zelenskyy", "of Зеленского"),
        ("Anna Chaikovskaya", "Чайковская said"),
        ("Пётр Чайковский", "Tchaikovsky said"),
        ("Alexis Tsipras", "of Τσίπρα"),
        ("שמעון בן־עמי", "לבן עמי said"),
        ("남궁민수", "남궁 said"),
        ("حسن نصر الله", "نصرالله said"),
    ],
)
def test_a_name_of_another_script_is_found_beside_latin_letters(name: str, text: str) -> None:
    assert Names([name]).within(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Иван Петров", "in Петроград"),
        ("יוסי כהן", "המכהנים said"),
        ("محمد علي", "he said عليه السلام"),
        ("김수", "김숙 said"),
        ("李明", "they 说：李。明天"),
    ],
)
def test_what_is_only_like_a_name_of_another_script_is_not(name: str, text: str) -> None:
    assert not Names([name]).within(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kim Jong-su", "Mr. Kim said"),
        ("Kim Jong-su", "Jongsu Kim said"),
        ("Lee Ji-eun", "Ms. Lee said"),
        ("Tsai Ing-wen", "Tsai said"),
        ("Wong Kar-wai", "Wong said"),
        ("Nguyễn Văn Minh", "Mr. Minh, or Nguyen"),
        ("Orbán Viktor", "Orban said"),
        ("Ana López García", "López said"),
        ("Ana López García", "Ms. Garcia said"),
        ("Sarah Hollister Vance", "Hollister said"),
        ("María José Pérez de Cuéllar", "Perez said"),
        ("Maria van der Berg", "as van der Berg agreed"),
        ("Maria van der Berg", "VANDERBERG"),
        ("Jan Vandenbrook", "van den Brook said"),
        ("Khalid al-Masri", "Masri said, or el-Masri"),
        ("Khalid Almasri", "al-Masri said"),
        ("Juan de la Cruz", "delacruz"),
        ("Leonardo DiCaprio", "Di Caprio said"),
        ("Fiona Mac Donald", "McDonald said"),
        ("Fiona MacDonald", "Mac Donald said"),
        ("Sean ONeill", "O’Neill said"),
        ("Seán Ó Briain", "Briain said"),
        ("Aung San Suu Kyi", "Suu Kyi said"),
        ("Valéry Giscard d’Estaing", "Giscard said"),
        ("Muammar al-Gaddafi", "Gaddafi said"),
        ("Ngũgĩ wa Thiong'o", "Thiongo said"),
        ('William "Bill" Stanwick', "Bill Stanwick said"),
        ("Luiz Inácio Lula da Silva", "Lula said"),
        ("Luiz Inácio Lula da Silva", "the Lula memo"),
        ("Maria Inês Clara dos Santos", "Clara said"),
        ("Stan McHammer", "Mc Hammer said"),
        ("Stan McHammer", "Mac Hammer said"),
        ("Fiona MacDonald", "Mc Donald said"),
        ("Ann Fitzgerald", "Fitz Gerald said"),
        ("MC Hammer", "Hammer said"),
        ("Ana López García", "alopez@a.org"),
        ("Johannes van der Berg", "bergj@a.org and jberg@a.org"),
        ("Sam de Souza e Silva", "desouza said"),
        ("An Nguyen", "ɴɢᴜʏᴇɴ"),
        ("An Nguyen", "🅽🅶🆄🆈🅴🅽"),
        ("MC Hammer", "M. C. Hammer said"),
        ("JK Rowling", "J. K. Rowling said"),
        ("D'Angelo Tarvin", "D’Angelo said"),
        ("D'Angelo Tarvin", "DAngelo said"),
        ("นายสมชาย วงศ์สวัสดิ์", "คุณสมชายกล่าวว่า"),
        ("राहुल गांधी", "गाँधी ने कहा"),
    ],
)
def test_a_name_is_found_by_each_of_its_surnames_wherever_they_stand_in_it(name: str, text: str) -> None:
    assert Names([name]).within(text)


def test_a_first_name_that_many_share_is_nobodys_but_after_mr() -> None:
    names = Names(["Duncan Quandt", "Maria Elena Vasquez"])
    assert not names.within("Duncan said that Maria and Elena left with Mr. Duncan Hale.")
    assert names.within("Mr. Duncan said so.")
    assert Names(["Zyra Quandt"]).within("Zyra said so.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Siobhán O'Neill", "O'Neil said no."),
        ("Siobhán O'Neill", "Then ONeil’s aide left."),
        ("Sean O'Neal", "O’Neall said no."),
        ("Steven Phillips", "Philips said no."),
        ("Steven Philips", "They told Phillips."),
        ("Jürgen Großmann", "Jurgen Grosmann and Grossman said no."),
        ("Tony Grossman", "Grossmann said no."),
        ("Sara Schwartz", "Schwarz said no."),
        ("Sara Schwarz", "Schwartz said no."),
        ("Ann Bennett", "Bennet said no."),
        ("Otto Hoffmann", "Hofmann said no."),
    ],
)
def test_a_surname_taken_down_with_one_letter_for_two_is_found(name: str, text: str) -> None:
    assert Names([name]).within(text)


def test_a_surname_with_one_letter_for_two_needs_its_capital() -> None:
    assert not Names(["Ann Travell"]).within("They travel far, and travels cost.")
    assert not Names(["Ann Latter"]).within("It was later.")


@pytest.mark.parametrize("name", ["Jörg Müller", "Jörg Mueller", "Jörg Muller"])
@pytest.mark.parametrize("text", ["Müller said", "Mueller said", "Muller said", "MU\u0308LLER", "M&uuml;ller"])
def test_a_spelling_is_found_by_each_other_one(name: str, text: str) -> None:
    assert Names([name]).within(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hans Ørsted", "Oersted"),
        ("Hans Oersted", "Ørsted"),
        ("Hans Groß", "Gross"),
        ("Hans Gross", "Groß"),
        ("Lars Ågård", "Aagaard"),
        ("Lars Aagaard", "Ågård"),
        ("Đorđe Đoković", "Djokovic"),
        ("Ivana Živković", "Zhivkovich"),
    ],
)
def test_letters_for_which_there_is_no_key_are_found_either_way(name: str, text: str) -> None:
    assert Names([name]).within(f"As {text} said")


@pytest.mark.parametrize(
    "text",
    [
        "grant.will@studio.example",
        "grant@studio.example",
        "wgrant@studio.example",
        "@grantwill",
        "@will_grant_99",
        "#FreeWillGrant",
        "#freewillgrant",
        "grant_interview.mp3",
        "notes/2026-will-grant.docx",
        "C:\\notes\\grant.txt",
        "https://a.example/in/will-grant-123",
    ],
)
def test_a_name_in_an_address_a_handle_or_the_name_of_a_file_needs_no_capital(text: str) -> None:
    names = Names(["Will Grant"])
    assert names.within(f"see {text} for it")
    assert names.places(f"see {text} for it")


@pytest.mark.parametrize(
    "text",
    [
        "Qu-\nandt",
        "Qu\u00adandt",
        "Qu&shy;andt",
        "Qu\u200bandt",
        "Q u a n d t",
        "Qu**an**dt",
        "<b>Qu</b>andt",
        'Qu<em class="a b">an</em>dt',
        "Qu<wbr>andt",
        "Qu<!-- a note -->andt",
        "[Qu](https://a.example/x)andt",
        "[b]Qu[/b]andt",
        "Q\\u0075andt",
        "=51uandt",
        "\U0001d410\U0001d42eandt",
    ],
)
def test_a_name_is_found_across_whatever_parts_its_letters(text: str) -> None:
    names = Names(["Mara Quandt"])
    assert names.within(f"As {text} said")
    start, end = names.places(f"As {text} said")[0]
    assert f"As {text} said"[start:end].strip("*")[:1] in "QM<[=\\\U0001d410"


@pytest.mark.parametrize(
    "text", ["xn--mller-kva.example", "M%C3%BCller", "M%FCller", "M\u00c3\u00bcller", "M=C3=BCller", "M\\xfcller"]
)
def test_a_name_is_found_however_its_letters_were_garbled(text: str) -> None:
    assert Names(["Jörg Müller"]).within(f"As {text} said")


def test_a_word_of_what_a_body_is_called_is_nobodys_name_there() -> None:
    names = Names(["Ann Harbor"], bodies=["Harbor Pilots Union"])
    assert not names.within("The Harbor Pilots Union voted.")
    assert names.within("Harbor voted with the Harbor Pilots Union.")


def test_no_disguise_of_a_name_leaks() -> None:
    missed = leaks(list(cases()), random.Random(7), 1)
    assert not missed, missed[:5]


def test_the_news_is_not_stopped_for_names_that_are_not_in_it() -> None:
    stopped = [
        (name, NEWS[start:end])
        for name in (*ORDINARY, *EVERYDAY)
        for start, end in Names([name]).places(NEWS)
    ]  # fmt: skip
    assert not stopped


NEWS = """
The Writers Guild of America said on Monday that talks will resume in May, after a long winter. "We may grant one thing," an
official said, "but it will mark a change." Will the studios accept? They have a case, and the House, the White House and the
courts are still to be heard. It is from May to June that most contracts end; by the end of June a strike is an option. The
W.G.A. has asked for a higher price of power, and a judge may rule. So far, an offer of 4 percent is on the table. My view is
that one of them will fold. Do they know? The West Coast locals met in West Hollywood, and New York followed. The U.S. economy
is strong. He said that the church on the hill was full, and that a young member of the street team had a field day. Two
banks lent them money. The long march to a deal, she wrote, is no walk in the park, and the best of them are at work.
"""
