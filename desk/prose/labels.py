"""How a transcript says who speaks, when, and what is no word: the marks of a line's beginning, and notes in its midst."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desk.model.frozen import frozen
from desk.model.text import one_line
from desk.prose.cues import HONORIFICS

# Not a time of day: "5:00 p.m." begins a sentence, not a segment.
_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:[:;]\d{2})?"
_NO_HOUR = r"(?!\d)(?!\s*[aApP]\.?\s?[mM]\b)"
STAMP = rf"(?:(?P<h>\d{{1,3}}):)?(?P<m>\d{{1,2}}):(?P<s>\d{{2}}(?:[.,]\d{{1,3}})?)(?:[:;]\d{{2}})?{_NO_HOUR}"
#: A timecode, or the two between which something was said, at the beginning of a line.
STAMP_FIRST = re.compile(rf"[\[(]?{STAMP}(?:\s*(?:-->|[-–—])\s*{_CLOCK}{_NO_HOUR})?[\])]?\s*(?:[-–—:]\s+|[-–—:]?$|)")
_DURATION = re.compile(
    r"(?:(?P<h>\d{1,3}) hours?,? ?)?(?:(?P<m>\d{1,2}) minutes?,? ?)?(?:(?P<s>\d{1,2}) seconds?)?", re.IGNORECASE
)

_WORD = r"[^\W\d_][\w.'’\-]*"
_NAME = rf"(?P<name>{_WORD}(?: (?:[\w.'’\-]+|&)){{0,5}})"
_ASIDE = r"(?:\s*[(\[][^()\[\]:]{1,50}[)\]]){0,3}"
#: "NAME:", "NAME, TITLE (on camera):", "**Name:**", "[SPEAKER_01]:", ">> NAME:".
_COLON = re.compile(
    rf"(?:>>+\s*|[-–—]\s+)?(?:\*\*|__)?\[?{_NAME}\]?(?P<title>,\s[^:\n]{{1,90}}?)?{_ASIDE}(?:\*\*|__)?\s*:(?:\*\*|__)?(?:\s+|$)"
)
#: With these a name is a guess of the transcript's.
_GUESSED = re.compile(r"\?|\b(?:probably|possibly|presumably|maybe)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[(\[](?P<name>speaker[ _]?\d{1,3})[)\]]:?\s*", re.IGNORECASE)
_QUESTION = re.compile(r"(?P<name>Q|A|Question|Answer)(?:\.\s+|:\s+|\s{2,}|\t)(?=\S)")
_BARE_QUESTION = re.compile(r"(?P<name>Q)\s+(?=\S)")
_ADDRESSED = re.compile(
    r"(?P<name>The (?:Acting |Vice )?(?:Chairman|Chairwoman|Chairperson|Chair|President|Speaker|Court|Witness|Clerk)|"
    r"(?:Mr|Ms|Mrs|Miss|Mx|Dr|Sen|Rep|Gov|Gen|Senator|Representative|Secretary|Governor|Director|Commissioner|Justice|"
    r"Judge|General|Admiral|President|Chairman|Chairwoman|Chairperson|Chair|Ranking Member|Vice Chair)"
    r"\.?(?: [A-Z][\w’'\-]+){1,3}(?: of (?:[A-Z]\w+ ?){1,3})?)\.\s+(?=[A-Z“\"‘\[])"
)
_CHANGE = re.compile(r">>+\s*")
_NAME_THEN_STAMP = re.compile(rf"(?:\*\*)?{_NAME}(?:\*\*)?\s*:?\s*[,\-–—]?\s*[\[(]?{STAMP}[\])]?\s*:?\s*")
#: What a timecode cannot be without; it is looked for first, since that is quick.
_CLOCKED = re.compile(r"\d:\d")
_BARE_NAME = re.compile(rf"(?:\*\*)?{_NAME}(?P<aside>\s*\([^()]{{1,40}}\))?(?:\*\*)?$")

_PARTICLES = frozenset("de da di del van von der den la le el al bin y e".split())
#: What stands before a colon in papers and letters, and is nobody who speaks.
_HEADINGS = frozenset(
    "contact contacts phone tel telephone email e-mail mail media press date dateline source note notes from to subject re cc "
    "bcc sent website web url fax location where when what who why how time embargo embargoed about release via photo "
    "caption byline by title tags share topics related update updated correction editor editors warning on key action summary read".split()
)
#: The lines of a mail's head and of a saved page's.
_HEADER = re.compile(
    r"(?:content|mime|x|message|snapshot|return|reply|list|delivered|received|user|dkim|arc|in)-", re.IGNORECASE
)
#: What a machine or a typist notes in the midst of words: heard, but no word.
_SOUNDS = (
    "laughter|laughs|laughing|applause|cheers|cheering|cheers and applause|music|pause|silence|coughs|sighs|video clip|"
    "begin video clip|end video clip|begin videotape|end videotape|begin audio clip|end audio clip|commercial break|blank_audio"
)
_UNHEARD = "crosstalk|inaudible|unintelligible|indiscernible|off[- ]?mic|off[- ]?mike|audio gap|foreign language|ph"
_NOTE = re.compile(rf"[\[(]\s*(?:(?P<unheard>{_UNHEARD})|{_SOUNDS})\b[^\[\]()]{{0,40}}[\])]", re.IGNORECASE)
#: With these another's words are played in the midst of somebody's.
_PLAYED = re.compile(r"[\[(]\s*(?:begin |end )?(?:video|audio)[ -]?(?:clip|tape)", re.IGNORECASE)
#: Somebody else beginning to speak in the midst of a turn: a name and a colon, `>>`, a dash behind a sentence.
_INNER_LABEL = re.compile(
    r"(?:^|[.?!…”\"’)\]])\s*(?:>>|[-–—]\s+(?=[A-Z])|(?:[A-Z][\w.’'-]*(?:\s+(?:[A-Z|&][\w.’'-]*|of|de|van)){0,4}(?:[’']s\s\w+)?)\s*:\s)"
)
#: What it cannot be without; it is looked for first, since that is quick.
_MAY_CHANGE = re.compile(r"[:>–—-]")
#: Marks of a typist's or a program's own among the words.
_NO_WORD = re.compile(r"[\[\]<>*|]|_{2,}|\([^()]{1,60}\)|\(\?|\bx{3,}\b")
_IN_MARKS = re.compile(r"[“\"„«‘][^“”\"„«»]*[”\"»’]\Z")
UNHEARD = "The transcript says that something was not heard there."
OTHER_VOICE = "Another may begin to speak in the midst of it."
NO_WORD = "There is something in it that may be no word of the speaker's."
IN_MARKS = "It stands in quotation marks: is it what was said there, or another's words?"
_INNER_STAMP = re.compile(rf"[\[(]\s*{_CLOCK}\s*[\])]")
#: Where so few lines say who speaks, a name that stands there once may be none.
_FEW_LINES = 0.25
_FOOTER = re.compile(
    r"(?:transcribed by|this transcript was|transcript by|generated by)\b.{0,120}$|"
    r".{0,60}\b(?:started|stopped) (?:transcription|(?:the )?recording)\.?$",
    re.IGNORECASE,
)


@frozen
class Label:
    """Who a line says is speaking, where its words begin, and when; `speaker` is "" where another speaks who is not named.

    `strong` says that the line can hardly be anything else.
    """

    speaker: str
    begin: int
    start: float | None = None
    strong: bool = True


def seconds(hours: str | None, minutes: str | None, rest: str | None) -> float:
    """A timecode as seconds from the beginning."""
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float((rest or "0").replace(",", "."))


def label_of(line: str) -> Label | None:
    """Who a line begins with, by a sign of its own: a colon, a number, a question's letter, an address, `>>`."""
    first = line[:1]
    pattern = _NUMBERED if first in ("(", "[") else _QUESTION if first in ("Q", "A") else None
    if pattern is not None and (found := pattern.match(line)):
        return Label(one_line(found["name"]), found.end())
    if ":" in line and (found := _COLON.match(line)) and _may_speak(found["name"], found["title"] or ""):
        guessed = " (?)" if _GUESSED.search(found.group()) else ""
        return Label(one_line(found["name"]) + guessed, found.end(), strong=not _is_weak(found["name"]))
    if first == ">" and (found := _CHANGE.match(line)):
        return Label("", found.end())
    return None


def addressed(line: str) -> Label | None:
    """Who a line of a hearing begins with: "Ms. Ortiz. Thank you." """
    found = _ADDRESSED.match(line)
    return Label(one_line(found["name"]), found.end()) if found is not None else None


def bare_question(line: str) -> Label | None:
    """A question by its letter alone, as briefings have it: only where others speak by their names."""
    found = _BARE_QUESTION.match(line)
    return Label("Q", found.end()) if found is not None else None


def name_and_stamp(line: str) -> Label | None:
    """ "Maria Ortiz  0:05" or "Maria Ortiz (00:05):"."""
    found = _NAME_THEN_STAMP.match(line) if _CLOCKED.search(line) else None
    if found is None or not looks_like_a_name(found["name"]):
        return None
    return Label(one_line(found["name"]), found.end(), seconds(*found.group("h", "m", "s")))


def bare_name(line: str) -> str:
    """The name that a line is, "" where it is none; a title or an aside makes it sure ("Sen. Maria Ortiz (D-CA)")."""
    found = _BARE_NAME.match(line)
    return one_line(found["name"]) if found is not None and looks_like_a_name(found["name"]) else ""


def is_plainly_a_name(line: str) -> bool:
    """Return True if a line is a name with a title before it or an aside behind."""
    found = _BARE_NAME.match(line)
    return found is not None and bool(found["aside"] or found["name"].split()[0].casefold().rstrip(".") in HONORIFICS)


def duration(line: str) -> float | None:
    """A time in words: "1 hour 2 minutes 16 seconds"."""
    found = _DURATION.fullmatch(line) if line[:1].isdigit() else None
    return seconds(*found.group("h", "m", "s")) if found is not None and any(found.groups()) else None


def looks_like_a_name(words: str) -> bool:
    """Return True if each word of it begins like one of a name."""
    return all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES or word == "&" for word in words.split())


def is_footer(line: str) -> bool:
    """Return True if a line is the service's own."""
    return _FOOTER.match(line) is not None


def is_only_a_note(line: str) -> bool:
    """Return True if nothing stands in a line but timecodes and notes."""
    return line.startswith(("[", "(")) and not spoken_words(line)[0]


def spoken_words(line: str) -> tuple[str, str]:
    """A line less its timecodes and notes, and why its words, or whose they are, are in doubt; "" where they are not."""
    noted = "[" in line or "(" in line
    words = one_line(_NOTE.sub(" ", _INNER_STAMP.sub(" ", line))) if noted else one_line(line)
    if noted and any(found["unheard"] for found in _NOTE.finditer(line)):
        return words, UNHEARD
    if (noted and _PLAYED.search(line)) or (_MAY_CHANGE.search(words) and _INNER_LABEL.search(words)):
        return words, OTHER_VOICE
    if _NO_WORD.search(words):
        return words, NO_WORD
    return words, IN_MARKS if _IN_MARKS.match(words) else ""


def weak_ones(labels: Iterable[Label], coverage: float) -> frozenset[str]:
    """Names that may be ordinary words before a colon: those that stand there only once, of one word, or of more where
    few lines have any. `coverage` is the share of lines that say who speaks.
    """
    told = [label for label in labels if label.speaker]
    count = Counter(label.speaker for label in told)
    return frozenset(
        label.speaker
        for label in told
        if count[label.speaker] < 2
        and (not label.strong or (coverage < _FEW_LINES and not label.speaker.isupper()))
        and not is_unknown(label.speaker)
    )


def is_unknown(speaker: str) -> bool:
    """Return True if a transcript's name for a speaker names nobody: "SPEAKER_01", "Q", "Unknown Speaker", "THE WITNESS"."""
    return "?" in speaker or _UNKNOWN.fullmatch(speaker) is not None


_UNKNOWN = re.compile(
    r"(?:(?:unknown |unidentified |multiple |several )?"
    r"(?:speaker|male|female|man|woman|voice|guest|host|participant|caller|reporter|member)s?"
    r"[ _#-]?[\w]{0,3}|q|a|question(?:er)?|answer|(?:the )?(?:witness|moderator|interviewer|interviewee|operator|audience|"
    r"court|chairman|chairwoman|chair|clerk|translator|interpreter|narrator|crowd|all|both))",
    re.IGNORECASE,
)


def _may_speak(name: str, title: str) -> bool:
    if (
        not looks_like_a_name(name)
        or _HEADER.match(name)
        or name.casefold() in _HEADINGS
        or name.split()[0].casefold() in _HEADINGS
    ):
        return False
    return not title or name.isupper() or len(name.split()) > 1


def _is_weak(name: str) -> bool:
    return len(name.split()) == 1 and not name.isupper() and not any(letter.isdigit() for letter in name)
