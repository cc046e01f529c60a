"""How many disguises of a name the search for names misses, and how often it stops a sentence that has no such name.

    python -m tests.bench.names [CASES] [--news FOLDER] [--seed N] [--show N]

People with names in fifteen scripts and orders are written in every disguise below and put into sentences; each must be
found. With a folder of news (plain texts that name none of them) each sentence of it is searched for each name alone.
Exits 1 where a name leaks or where false alarms are over one sentence in 2,000 (ordinary names) or 3 in 1,000 (names of
everyday words).
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote as percent

from desk.model.names.names import Names

#: Name, the words that do for it alone, and other spellings that are the same name; by kind.
PEOPLE: dict[str, list[tuple[str, list[str], list[str]]]] = {
    "western": [
        ("Mara Quandt", ["Quandt"], ["M. Quandt", "Quandt, Mara"]),
        ("Robert J. Brannigan Jr.", ["Brannigan"], ["Robert Brannigan", "R.J. Brannigan"]),
        ("Duncan Crabtree-Ireland", ["Crabtree-Ireland", "Crabtree"], ["Crabtree Ireland", "CrabtreeIreland"]),
        ("Sarah Hollister Vance", ["Vance", "Hollister"], ["Sarah Vance"]),
    ],
    "small first names": [
        ("An Nguyen", ["Nguyen"], ["Nguyen An", "Ms. An"]),
        ("My Linh", ["Linh"], ["my linh", "Ms. My"]),
        ("A Smythe", ["Smythe"], []),
        ("One Smithson", ["Smithson"], []),
        ("Do Kwon", ["Kwon"], ["Kwon Do"]),
        ("The Anh Tran", ["Tran"], ["Tran The Anh"]),
        ("So Young Parkson", ["Parkson"], []),
        ("In Sook Rhee", ["Rhee"], []),
        ("Some Okonkwo", ["Okonkwo"], []),
    ],
    "everyday": [
        ("Will Grant", ["Grant"], ["Grant, Will", "W. Grant", "Mr. Grant", "grant.will@studio.example", "@grantwill"]),
        ("Theresa May", ["Ms. May"], ["T. May", "@theresamay"]),
        ("Mark Price", ["Price"], ["#MarkPrice", "price_interview.mp3"]),
        ("Rose Park", ["Park"], ["Rosepark"]),
        ("Bill House", ["Mr. House"], ["Bill House"]),
        ("Jo Judge", ["Ms. Judge"], ["Jo Judge"]),
    ],
    "korean": [
        ("Kim Jong-su", ["Kim", "Mr. Kim"], ["Jong-su Kim", "Kim Jongsu", "Kim Jong Su", "KIM JONG-SU"]),
        ("Park Min-ji", ["Ms. Park", "Min-ji"], ["Min-ji Park"]),
        ("김철수", ["김철수", "철수"], ["김 철수", "김철수는", "김 씨", "Kim Cheolsu"]),
    ],
    "chinese": [
        ("王小明", ["王小明", "小明"], ["王 小明", "王先生", "老王"]),
        ("張偉", ["張偉"], ["张伟", "張先生", "张先生"]),
        ("欧阳娜娜", ["欧阳", "欧阳娜娜"], ["欧阳女士"]),
        ("Zhang Xiuying", ["Zhang", "Xiuying"], ["Xiuying Zhang"]),
    ],
    "japanese": [
        ("山田 花子", ["山田", "花子"], ["山田花子", "山田さん", "山田・花子"]),
        ("渡邊 健太", ["渡邊"], ["渡辺", "渡辺健太"]),
        ("やまだ はなこ", ["やまだ"], ["ヤマダ", "Yamada"]),
        ("Haruto Kurosawa", ["Kurosawa"], ["Kurosawa Haruto"]),
    ],
    "vietnamese": [
        ("Nguyễn Thị Minh Khai", ["Nguyễn", "Khai"], ["Nguyen Thi Minh Khai", "Ms. Khai"]),
        ("Đặng Văn Lộc", ["Lộc", "Đặng"], ["Dang Van Loc"]),
    ],
    "cyrillic": [
        ("Иван Хрящев", ["Хрящев", "Хрящева", "Хрящеву"], ["Ivan Khryashchev", "Khriashchev", "Хрящевым"]),
        ("Олена Шевчук", ["Шевчук"], ["Olena Shevchuk", "Schewtschuk"]),
        ("Dmitry Zhukovsky", ["Zhukovsky"], ["Дмитрий Жуковский", "Жуковского", "Zhukovskiy", "Zhukovskii"]),
        ("Ирина Достоевская", ["Достоевская", "Достоевской"], ["Dostoevskaya", "Dostoevskaia"]),
    ],
    "greek": [
        (
            "Γιώργος Παπαδόπουλος",
            ["Παπαδόπουλος", "Παπαδόπουλου"],
            ["Papadopoulos", "Giorgos Papadopoulos", "ΠΑΠΑΔΟΠΟΥΛΟΣ"],
        ),
        ("Maria Stathopoulou", ["Stathopoulou"], ["Σταθοπούλου"]),
    ],
    "arabic": [
        ("خالد المصري", ["المصري"], ["والمصري", "للمصري", "بالمصري", "المصـــري", "المِصريّ"]),
        ("ليلى حداد", ["حداد"], ["وحداد", "لحداد", "حـدّاد"]),
        ("Khalid al-Masri", ["al-Masri", "Masri", "Al Masri"], ["almasri", "Khalid Masri", "AL-MASRI"]),
    ],
    "hebrew": [
        ("יוסי ברקוביץ", ["ברקוביץ", "לברקוביץ", "וברקוביץ"], ["בֶּרְקוֹבִיץ"]),
        ("נועה אלקיים", ["אלקיים"], ["שאלקיים"]),
    ],
    "indic and thai": [
        ("राजेश शर्मा", ["शर्मा", "राजेश"], ["राजेश  शर्मा"]),
        ("สมชาย ใจเย็น", ["สมชาย", "ใจเย็น"], ["สมชายใจเย็น", "คุณสมชาย"]),
        ("தமிழ்செல்வி முருகன்", ["முருகன்"], []),
    ],
    "caucasus": [
        ("გიორგი კვირიკაშვილი", ["კვირიკაშვილი", "კვირიკაშვილმა"], ["Kvirikashvili", "Giorgi Kvirikashvili"]),
        ("Նարեկ Սարգսյան", ["Սարգսյան", "Սարգսյանը"], ["Sargsyan"]),
    ],
    "two surnames": [
        ("Ana López García", ["López", "García"], ["Ana Lopez", "Lopez Garcia", "Ana García"]),
        ("José Luis Núñez de la Cruz", ["de la Cruz", "Núñez"], ["Jose Nunez", "De La Cruz"]),
        ("João Pedro Carvalho Teixeira", ["Carvalho", "Teixeira"], []),
    ],
    "particles": [
        ("Maria van der Berg", ["van der Berg", "Van der Berg", "Berg"], ["vanderberg", "Vanderberg"]),
        ("Jan Vandenbrook", ["Vandenbrook"], ["van den Brook", "Van Denbrook"]),
        ("Sean O’Neill", ["O’Neill", "O'Neill", "ONeill", "O Neill"], ["oneill"]),
        ("Fiona MacDonald", ["MacDonald", "Mac Donald", "McDonald"], ["macdonald"]),
        ("Ludwig von Hartmann", ["von Hartmann", "Hartmann"], []),
        ("Ahmed ben Youssefi", ["ben Youssefi", "Youssefi"], []),
        ("Leo DeVito", ["DeVito", "De Vito", "Devito"], []),
    ],
    "spellings": [
        ("Jörg Müller", ["Müller", "Mueller", "Muller"], ["Joerg Mueller", "Jorg Muller"]),
        ("Hans Mueller", ["Mueller", "Müller", "Muller"], []),
        ("Karl Weiß", ["Weiß", "Weiss"], ["WEISS"]),
        ("Hans Ørsted", ["Ørsted", "Oersted", "Orsted"], []),
        ("Nils Oersted", ["Oersted", "Ørsted", "Örsted"], []),
        ("Lars Ågård", ["Ågård", "Aagaard", "Agard"], []),
        ("Łukasz Żółkiewski", ["Żółkiewski", "Zolkiewski"], []),
        ("Ivana Živković", ["Živković", "Zivkovic", "Zhivkovich"], []),
        ("Ömer Şahin", ["Şahin", "Sahin"], []),
    ],
}

FRAMES = (
    "We heard it from {} first.",
    "{} told us that they fold.",
    "According to {}, talks end on May 3.",
    "“It is over,” {} said.",
    "a memo by {}",
    "The studios (and {}) met.",
    "- {}: no deal",
    "Agreed with {} on Monday.",
    "The plan is {}’s own.",
    "> They asked\n> {}\n> about it.",
    "{}",
)

_CASED = re.compile(r"[a-z]", re.IGNORECASE)


def bare(name: str) -> str:
    """A name without accents."""
    apart = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def middle(name: str, put: str) -> str:
    """A name with something put into its longest word."""
    word = max(name.split(), key=lambda word: len(word) * (not word.endswith(".")))
    at = len(word) // 2
    return name.replace(word, word[:at] + put + word[at:])


_GLYPHS = str.maketrans("aeopcxyAEOPCXTKMHB", "аеорсхуАЕОРСХТКМНВ")

#: Ways to write a name down, in any script.
DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": lambda name: name,
    "capitals": str.upper,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "compatible": lambda name: unicodedata.normalize("NFKC", name),
    "no-break space": lambda name: name.replace(" ", "\u00a0"),
    "line end": lambda name: name.replace(" ", "\n"),
    "quoted line end": lambda name: name.replace(" ", "\n> "),
    "underscores": lambda name: name.replace(" ", "_"),
    "double space": lambda name: name.replace(" ", "  "),
    "hyphenated": lambda name: middle(name, "-\n"),
    "soft hyphen": lambda name: middle(name, "\u00ad"),
    "zero width": lambda name: middle(name, "\u200b"),
    "soft hyphen entity": lambda name: middle(name, "&shy;"),
    "bold": lambda name: f"**{name}**",
    "half bold": lambda name: middle(name, "**"),
    "html": lambda name: f"<b>{name[0]}</b>{name[1:]}",
    "html inside": lambda name: middle(name, '<span class="x">'),
    "comment": lambda name: middle(name, "<!-- x y -->"),
    "percent": percent,
    "entities": lambda name: "".join(f"&#{ord(c)};" for c in name),
    "escapes": lambda name: name.encode("unicode_escape").decode() if max(name) < "\uffff" else name,
    "wide": lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
    "link": lambda name: f"[{name}](https://a.example/x)",
    "possessive": lambda name: name + "'s",
    "quoted-printable": lambda name: "".join(
        c if c.isascii() else "".join(f"={b:02X}" for b in c.encode()) for c in name
    ),
}
#: And those for letters with capitals alone.
LATIN_DISGUISES: dict[str, Callable[[str], str]] = {
    "without accents": bare,
    "look-alikes": lambda name: name.translate(_GLYPHS),
    "one look-alike": lambda name: name.replace("a", "а", 1).replace("e", "е", 1),
    "hashtag": lambda name: "#" + "".join(re.findall(r"[^\W_]+", bare(name).title())),
    "handle": lambda name: "@" + "".join(re.findall(r"[^\W_]+", bare(name).lower())),
    "mail": lambda name: ".".join(re.findall(r"[^\W_]+", bare(name).lower())) + "@studio.example",
    "address": lambda name: "https://a.example/" + "-".join(re.findall(r"[^\W_]+", bare(name).lower())),
    "file": lambda name: "_".join(re.findall(r"[^\W_]+", bare(name).lower())) + "_interview.mp3",
    "spaced": lambda name: " ".join(re.sub(r"\W", "", name)),
}
LOWER: dict[str, Callable[[str], str]] = {"lower": str.lower}


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    """Each name in each disguise: kind, name, what is written of it, disguise, and the disguised words."""
    for kind, people in PEOPLE.items():
        for name, alone, others in people:
            for written in dict.fromkeys((name, *alone, *others)):
                ways = dict(DISGUISES)
                if bare(written).isascii() or written[0] in "ŁŻØ":
                    ways |= LATIN_DISGUISES
                if kind != "everyday" and _CASED.search(written) and len(written) > 4:
                    ways |= LOWER
                for way, disguise in ways.items():
                    if _sensible(way, written, kind):
                        yield kind, name, written, way, disguise(written)


def _sensible(way: str, written: str, kind: str) -> bool:
    """Return False for what nobody could read as the name any more, or what is another disguise already."""
    marked = any(sign in written for sign in "@#_.")
    letters = len(re.sub(r"\W", "", written))
    if marked and way in {*LATIN_DISGUISES, "hyphenated", "percent", "entities", "wide", "capitals", "underscores"} - {
        "look-alikes"
    }:
        return False
    if way in LOWER and letters < 4:
        return False
    if way in ("spaced",) and (letters < 4 or kind == "everyday" or " " in written or "-" in written):
        return False
    return not (way in ("hyphenated", "capitals") and letters < 4)


def leaks(
    chosen: list[tuple[str, str, str, str, str]], dice: random.Random, frames: int
) -> list[tuple[str, str, str, str, str]]:
    """The cases whose name is not found in a sentence."""
    ready = {name: Names([name]) for people in PEOPLE.values() for name, _, _ in people}
    missed = []
    for kind, name, written, way, disguised in chosen:
        for frame in dice.sample(FRAMES, frames):
            text = frame.replace("{}", disguised)
            if not ready[name].within(text):
                missed.append((kind, name, written, way, text))
    return missed


ORDINARY = (
    "Mara Quandt, Robert Brannigan, Elena Vasquez, Priya Raghavan, Thomas Lindqvist, Laura Mendelsohn, Kevin O'Shaughnessy, "
    "Angela Whitaker, Daniel Okafor, Susan Pemberton, Michael Castellano, Jennifer Huang, Ana López García, Kim Jong-su, "
    "Jörg Müller, Maria van der Berg, An Nguyen, My Linh, One Smithson, Do Kwon, Khalid al-Masri, Иван Хрящев, 山田 花子, "
    "Γιώργος Παπαδόπουλος, Paul Delacroix, Ingrid Sørensen, William G. Abernathy, Nancy Farrell, Steven Kowalczyk, "
    "Carlos Ibarra Fuentes, Park Min-ji, Nguyễn Thị Minh Khai, David Rosenthal, Deborah Maddox, Gregory Thibodeaux, "
    "Yuki Nakagawa, Olga Ivanovna Sidorova, Patricia Hendricks, Frank Delgado, Christine Lombardi, Sean O'Neill, "
    "Fiona MacDonald, Rachel Feldstein, Hans Mueller, Omar Haddad, Wendy Garrison Ashworth"
).split(", ")
EVERYDAY = (
    "Will Grant, Theresa May, Mark Price, Rose Park, June March, George Will, Anna White, Jo West, Grace Young, Ann Judge, "
    "Bill House, Tom Law, Jack Post, Sarah Street, Ben Church, Joy Banks, Art Field, Rich Stone, Faith Hill, Chase Day, "
    "Drew Major, Kate Green, Paul Black, Jane Brown, Robert Long, Nick Case, Pat Short, Sam Power, Ruth King, Dan Marks, "
    "Al Gore-Bush, Ray Wood, Lee Strong, An Do, Kim So, Mary Speaker, Jill Chance, Peter Court, Helen Best, Ann Guild, "
    "Olive Branch, Tim Cook, Jim Rule, Amy Early, Sue Works"
).split(", ")


def sentences(folder: Path) -> list[str]:
    return [
        one.strip()
        for file in sorted(folder.iterdir())
        for block in re.split(r"\n\s*\n", file.read_text("utf-8", "replace"))
        for one in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", block)
        if one.strip()
    ]


def false_alarms(people: list[str], texts: list[str], show: int) -> float:
    """The share of sentences that are stopped for a name, over all names."""
    total, words = 0, Counter[str]()
    for name in people:
        names, stopped = Names([name]), 0
        for text in texts:
            if names.within(text):
                stopped += 1
                for start, end in names.places(text):
                    words[f"{name}: …{text[max(0, start - 25) : end + 20]!r}"] += 1
        if stopped and show:
            print(f"    {name:28} {stopped:4} ({stopped / len(texts):.2%})")
        total += stopped
    for what, count in words.most_common(show):
        print(f"      {count:4} {what}")
    return total / (len(people) * len(texts))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=0, help="how many cases; 0 for each once")
    parser.add_argument("--news", type=Path, help="a folder of plain texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    chosen = list(cases())
    if asked.cases:
        chosen = dice.choices(chosen, k=asked.cases)
    began = time.perf_counter()
    missed = leaks(chosen, dice, 1 if asked.cases else 3)
    tried = len(chosen) * (1 if asked.cases else 3)
    print(f"{len(missed)} of {tried} leak ({time.perf_counter() - began:.1f} s)")
    for field, label in ((0, "kind"), (3, "disguise")):
        print(
            f"  by {label}:",
            ", ".join(f"{what} {count}" for what, count in Counter(one[field] for one in missed).most_common(12)),
        )
    for kind, name, written, way, text in missed[: asked.show]:
        print(f"    {kind}: {name} as {written!r}, {way}: {text!r}")
    bad = bool(missed)
    if asked.news:
        texts = sentences(asked.news)
        for label, people, limit in (("ordinary", ORDINARY, 0.0005), ("everyday", EVERYDAY, 0.003)):
            share = false_alarms(list(people), texts, asked.show)
            print(f"{label} names: {share:.4%} of {len(texts)} sentences stopped (at most {limit:.2%})")
            bad = bad or share > limit
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
