"""The letters of names: every script folded to plain letters, and written in Latin ones where a table can do it.

A table is for `str.translate`, so that each character stands for itself alone and its place in the text is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_STROKES = dict(zip("øØłŁđĐħĦŧŦıðÐƒə", "oOlLdDhHtTidDfe", strict=True))
# Letters that are drawn as capitals: small ones of phonetics, white ones in black.
_STROKES |= dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ", strict=True))
_STROKES |= {chr(start + at): chr(ord("A") + at) for start in (0x1F150, 0x1F170) for at in range(26)}
_JOINED = {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH", "ß": "ss", "ẞ": "SS"}
_MARKS = {"“": '"', "”": '"', "’": "'", "‘": "'", "ʼ": "'", "—": "-", "–": "-", "־": "-", "…": "."}
#: One letter for those that are written for each other, or that change at the end of a word.
_SAME = dict(zip("ىةکیےۀہھٱךםןףץςٲ", "يهكييههها" + "כמנפצ" + "σا", strict=True)) | {"\u0901": "\u0902"}
#: Chinese characters of names in the form of the mainland and Japan, for those of Taiwan, Hong Kong and old registers.
_HAN = dict(
    zip(
        "張陳劉楊黃趙吳孫馬羅鄭謝韓馮於鄧許傅蘇盧蔣賈葉閻餘鐘鍾譚陸範蕭龔賀龍萬錢湯嚴歐陽麗國華偉榮強軍傑東鳳蘭澤邊邉辺"
        "齋斎齊髙﨑嶋廣櫻濱瀧眞惠德來會學寶閔莊賴聶畢駱",
        "张陈刘杨黄赵吴孙马罗郑谢韩冯于邓许傅苏卢蒋贾叶阎余钟钟谭陆范萧龚贺龙万钱汤严欧阳丽国华伟荣强军杰东凤兰沢辺辺辺"
        "斉斉斉高崎島広桜浜滝真恵徳来会学宝闵庄赖聂毕骆",
        strict=True,
    )
)
_DROPPED = frozenset("\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufeff\u0640\u0621׳״")


def _plain_letter(character: str) -> str:
    """A character without accents, as the plain letters that it stands for."""
    if character in _DROPPED or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return ""
    if "\uff66" > character >= "\u30a1" and character <= "\u30f6":
        character = chr(ord(character) - 0x60)
    out = ""
    for part in unicodedata.normalize("NFKD", _HAN.get(character, character)):
        if unicodedata.combining(part) or part in _DROPPED:
            continue
        if "\u30a1" <= part <= "\u30f6":
            part = chr(ord(part) - 0x60)
        out += _MARKS.get(part) or _STROKES.get(part) or _JOINED.get(part) or _SAME.get(part) or _HAN.get(part) or part
    return out


class Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        super().__init__()
        for letter, written in (own or {}).items():
            self[ord(letter)] = written
            if len(letter.upper()) == 1:
                self.setdefault(ord(letter.upper()), written.capitalize())

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain_letter(chr(code))
        return plain


#: Letters without their accents.
PLAIN = Table()
#: And as they are written where there is no key for them.
TWO_LETTERS = Table({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ñ": "ny", "đ": "dj"})
SOUNDS = Table({"š": "sh", "č": "ch", "ž": "zh", "ć": "ch", "ş": "sh", "ç": "ch", "ð": "dh"})


@cache
def latin_tables() -> tuple[Table, ...]:
    """The ways in which Cyrillic, Greek, Georgian, Armenian, Korean and kana are most often written in Latin letters."""
    from desk.model.names.transliteration import TABLES  # few texts need them

    return tuple(Table(letters) for letters in TABLES)


_OTHER = "\u0370-\u058f\u10a0-\u10ff\u3040-\u30ff\uac00-\ud7af"
#: Whether a text has letters for which `latin_tables` are any use; and a part of it that has no others.
HAS_LATIN = f"[{_OTHER}]"
OTHER_SCRIPT = f"[{_OTHER}](?:[^A-Za-z]*[{_OTHER}])*"
HAS_TWO = "[äöüåøñđÄÖÜÅØÑĐ]"
HAS_SOUNDS = "[ščžćşçðŠČŽĆŞÇÐ]"

# Letters of other scripts that look like Latin ones, as they come along from pages and files.
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυικ", "ABESIJKMHOPCTYXaesijopcyxdqwhQWABEZHIKMNOPTYXovuik"
)
_OTHER_LETTER = "\u0370-\u03ff\u0400-\u052f"
HAS_ALIKE = re.compile(f"[{_OTHER_LETTER}]+")
_LATIN_LETTER = re.compile("[A-Za-z]")
_WORD_OF_BOTH = re.compile(f"[A-Za-z{_OTHER_LETTER}]+")
_LONGEST_WORD = 40


def unmixed(plain: str) -> str:
    """A text whose words of two scripts at once are Latin, where their letters only look alike."""
    out: list[str] = []
    done = 0
    for letters in HAS_ALIKE.finditer(plain):
        start = letters.start()
        if start < done:
            continue
        floor = max(done, start - _LONGEST_WORD)
        while start > floor and _LATIN_LETTER.match(plain, start - 1):
            start -= 1
        word = _WORD_OF_BOTH.match(plain, start)
        if word and _LATIN_LETTER.search(word[0]):
            out += (plain[done:start], word[0].translate(_ALIKE))
            done = word.end()
    return "".join((*out, plain[done:])) if out else plain


def as_latin(plain: str) -> str:
    """A text in which every letter that looks like a Latin one is one."""
    return plain.translate(_ALIKE)


#: Scripts written without spaces: there a name has no edges to be found by.
UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
KANA = "[\u3041-\u30ff]"
HAN = "[\u3400-\u9fff]"
#: The second and third part of a Korean syllable: what ends before one of them ends inside of a syllable.
TAIL = "[\u1160-\u11ff]"
ARABIC = "[\u0600-\u06ff]"
HEBREW = "[\u05d0-\u05ea]"
# What is written together with a word before it.
_PREFIXES = (
    (ARABIC, "[وف]?[بلكس]?(?:ال)?"),
    (HEBREW, "[והבכלמש]{1,3}"),
)
HAS_PREFIXES = re.compile("[\u05d0-\u05ea\u0600-\u06ff]")


def prefixes(word: str) -> list[int]:
    """How many letters at the beginning of a word may be other words that are written together with it."""
    for script, prefix in _PREFIXES:
        if re.match(script, word):
            return [length for length in range(1, min(5, len(word))) if re.fullmatch(prefix, word[:length])]
    return []


_CASES = {
    "[\u0400-\u052f]": (
        "ия ии ая яя ое ый ий ои а я о ы и у ю е ь",
        "а у ом ем ым им е ы и о я ю ь ои еи ею ою ых их ыми ими ам ям ами ями ах ях ов ев ого его ому ему ая яя ую юю ое ии ыи "
        "ия ию ием иеи ови еви ив ів ові еві",
    ),
    "[\u0370-\u03ff]": ("οσ ασ ησ ισ υσ ου α η ι ο", "οσ ου ο ον ε α ασ η ησ οι ων ουσ ι ισ ια υσ"),
    "[\u10a0-\u10ff]": ("ი", "ი მა ის ს ით ად მ თან ზე ში სთან ისთვის სთვის ისა სა"),
    "[\u0530-\u058f]": ("", "ը ն ի ին ից ով ու ուն ում ներ ների յի յին"),
    ARABIC: ("", "ي ه ها هم نا ك ين ون ان"),
}
_ENDS = tuple((script, tuple(strip.split()), frozenset(ends.split())) for script, (strip, ends) in _CASES.items())


def stem(letters: str) -> str | None:
    """What stays of a name in a script whose names change at the end; None for another script."""
    if letters.isascii():
        return None
    for script, strip, _ in _ENDS:
        if re.match(script, letters):
            end = next((one for one in strip if letters.endswith(one) and len(letters) - len(one) >= 3), "")
            return letters[: len(letters) - len(end)]
    return None


#: And how a Slavic name in Latin letters ends, where it was read from Cyrillic ones.
DECLINED = frozenset("a u om ym em e y i oi oy oiu oyu ov ovi evi ami am akh ah ymi im imi ykh ogo omu".split())


def may_end(rest: str) -> bool:
    """Return True if a name may end so after its stem."""
    return not rest or any(rest in ends and re.match(script, rest) for script, _, ends in _ENDS)
