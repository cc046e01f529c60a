"""Other scripts in Latin letters, as people write their names: plain tables, a letter at a time."""

from __future__ import annotations

from collections.abc import Mapping

_CYRILLIC = dict(
    zip(
        "абвгдезиклмнопрстуфыэіѕјљњћђџґ",
        "a b v g d e z i k l m n o p r s t u f y e i s j lj nj c dj dz g".split(),
        strict=True,
    )
) | {"ъ": "", "ь": "", "ў": "u", "ї": "yi", "є": "ye", "ѓ": "gj", "ќ": "kj"}
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t u f ch ps o".split(), strict=True)
)
_GREEK |= dict(zip("άέήίϊΐόύϋΰώ", "a e i i i i o u u u o".split(), strict=True))
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f ev".split(),
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_OTHERS = _ARMENIAN | _GEORGIAN


def _russian(**letters: str) -> dict[str, str]:
    names = {
        "zh": "ж",
        "kh": "х",
        "ts": "ц",
        "ch": "ч",
        "sh": "ш",
        "shch": "щ",
        "yu": "ю",
        "ya": "я",
        "j": "й",
        "yo": "ё",
    }
    return _CYRILLIC | {names.get(name, name): written for name, written in letters.items()}


_KANA: dict[str, str] = {}
for _row, _begins in zip(
    ("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "らりるれろ"),
    ("", "k", "s", "t", "n", "h", "m", "r"),
    strict=True,
):
    _KANA |= {letter: _begins + vowel for letter, vowel in zip(_row, "aiueo", strict=True)}
for _row, _begins in zip(("がぎぐげご", "ざじずぜぞ", "だぢづでど", "ばびぶべぼ", "ぱぴぷぺぽ"), "gzdbp", strict=True):
    _KANA |= {letter: _begins + vowel for letter, vowel in zip(_row, "aiueo", strict=True)}
_KANA |= {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa"}
_KANA |= {"を": "o", "ん": "n", "ー": ""}
_KANA |= {chr(ord(letter) + 0x60): written for letter, written in _KANA.items() if letter != "ー"}

_LEADS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_TAILS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
#: How the bearers of the commonest Korean surnames write them.
_KOREAN = dict(
    zip(
        "김이박최정강조윤장임한오서신권황안송유홍고문노백허남심배곽성차주우구민진지엄원천방공현함변염양여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은편용",
        (
            "kim lee park choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong ko moon noh baek huh nam "
            "shim bae kwak sung cha joo woo koo min jin ji um won chun bang kong hyun ham byun yum yang yeo choo do so seok sun seol "
            "ma gil yeon wi pyo myung ki ban ra wang keum ok yook in maeng je mo tak kook eun pyun yong"
        ).split(),
        strict=True,
    )
)


def _hangul(customary: Mapping[str, str]) -> dict[str, str]:
    """Every Korean syllable by the rules, or as most bearers of a name write it."""
    return {
        chr(0xAC00 + at): _LEADS[at // 588] + _VOWELS[at % 588 // 28] + _TAILS[at % 28] for at in range(11172)
    } | dict(customary)


# For Cyrillic: English as maps have it, passports, a looser one, the letters of scholars without accents, German, and one more.
_EUROPEAN = tuple(
    {**letters, **_OTHERS, **greek}
    for letters, greek in (
        (_russian(zh="zh", kh="kh", ts="ts", ch="ch", sh="sh", shch="shch", yu="yu", ya="ya", j="y", yo="yo"), _GREEK),
        (
            _russian(
                zh="zh", kh="kh", ts="ts", ch="ch", sh="sh", shch="shch", yu="iu", ya="ia", j="i", yo="e", г="h", и="y"
            ),
            _GREEK | dict.fromkeys("υύϋΰ", "y") | {"χ": "h", "φ": "ph"},
        ),
        (
            _russian(
                zh="zh", kh="h", ts="ts", ch="ch", sh="sh", shch="sch", yu="yu", ya="ya", j="", yo="e", ї="i", є="ie"
            ),
            _GREEK | dict.fromkeys("υύϋΰ", "v") | {"χ": "h"},
        ),
        (
            _russian(zh="z", kh="h", ts="c", ch="c", sh="s", shch="sc", yu="ju", ya="ja", j="j", yo="e"),
            _GREEK | {"β": "b", "η": "e", "ή": "e", "φ": "ph"} | dict.fromkeys("υύϋΰ", "y"),
        ),
        (
            _russian(
                zh="sch",
                kh="ch",
                ts="z",
                ch="tsch",
                sh="sch",
                shch="schtsch",
                yu="ju",
                ya="ja",
                j="i",
                yo="jo",
                в="w",
                з="s",
            ),
            _GREEK | {"χ": "kh"},
        ),
        (_russian(zh="zh", kh="kh", ts="ts", ch="ch", sh="sh", shch="shch", yu="iu", ya="ia", j="i", yo="e"), _GREEK),
    )
)
#: What each letter becomes, a table a way.
TABLES: tuple[dict[str, str], ...] = (*_EUROPEAN, {**_KANA, **_hangul({})}, {**_KANA, **_hangul(_KOREAN)})
