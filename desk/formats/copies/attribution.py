"""Whose words they are, and when and where they were said, as a sentence of news copy says it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from desk.formats.copies.marks import Marks
from desk.formats.copies.titles import named
from desk.model.dates.apstyle import MONTHS, ap_date, ap_when
from desk.model.dates.value import DateValue
from desk.model.enums import Basis, Bound, Precision, QuoteState
from desk.model.frozen import frozen
from desk.model.quotes.gate import Attribution, Named, Origin, Permit


class Guide(StrEnum):
    """How dates and times are written: AP ("Feb. 14", "9 a.m.") or British ("14 February", "9am")."""

    AP = "ap"
    BRITISH = "british"


class Reference(StrEnum):
    """Whether a story names its speaker for the first time, with title and party, or again, by the surname."""

    FIRST = "first"
    LATER = "later"


@frozen
class HouseStyle:
    """The newsroom's style, and the day on which the words will be read (it decides "Friday" and the year)."""

    today: date
    marks: Marks = Marks.US
    guide: Guide = Guide.AP


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von"}
)
# Organisations that are called with "the" though their letters could be said as a word, and the other way round.
_WITH_THE = frozenset({"UAW", "AFL-CIO", "BBC", "NBA"})
_WITHOUT_THE = frozenset({"AFTRA", "ACTRA", "IATSE", "SEIU", "EQUITY", "BECTU"})
_KINDS_OF_BODY = re.compile(
    r"\b(?:Alliance|Association|Board|Brotherhood|Bureau|Coalition|Commission|Committee|Confederation|Congress|Council"
    r"|Department|Federation|Guild|Institute|League|Ministry|Office|Party|Service|Society|Teamsters|Union)\b"
)
# What one speaks in; other occasions one speaks at.
_SPOKEN_IN = re.compile(
    r"\b(?:address|appearance|article|briefing|call|column|document|email|e-mail|essay|filing|interview|letter|memo"
    r"|message|newsletter|note|op-ed|podcast|post|release|remarks|report|social media|speech|statement|testimony|text"
    r"|video|webcast)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:after|aboard|at|before|by|during|following|from|in|inside|on|outside|through|via)\s", re.I
)
_ARTICLE = re.compile(r"(?:a|an|the|his|her|its|their|this|that)\s", re.IGNORECASE)
_LONGEST_VENUE = 80
#: Words with which a name and its title are long.
_LONG = 9


def attribution_text(attribution: Attribution, reference: Reference = Reference.FIRST) -> str:
    """Who said it, without the verb and without a comma at the end: "Duncan Crabtree-Ireland, national executive
    director of SAG-AFTRA"; "" where nothing may be said.
    """
    return _who(attribution, reference)[0]


def said(
    permit: Permit,
    house: HouseStyle,
    reference: Reference = Reference.FIRST,
    *,
    verb: str = "said",
    after: bool = False,
) -> str:
    """Who said it with the verb, when and where: "Duncan Crabtree-Ireland, national executive director of SAG-AFTRA,
    said Friday in a statement". "" where nothing may be said. `after` the words, the verb comes before a long title.
    """
    who, open_ended = _who(permit.attribution, reference)
    if not who:
        return ""
    occasion = _occasion(permit.origin, house) if reference is Reference.FIRST else ""
    # After a long title the verb would come too late.
    if after and open_ended and not occasion and len(who.split()) > _LONG:
        return f"{verb} {who}"
    return f"{who}{',' if open_ended else ''} {verb}{_after_space(occasion)}"


def _occasion(origin: Origin | None, house: HouseStyle) -> str:
    """When and where it was said. A date that was worked out is not told as a fact."""
    if origin is None:
        return ""
    on = when(origin.date, house) if origin.date.basis is Basis.STATED else ""
    at = where(origin.venue)
    # A year after its day stands between commas.
    comma = "," if at and house.guide is Guide.AP and re.search(r"\d, \d{4}$", on) else ""
    return f"{on}{comma}{_after_space(at)}".strip()


def credit(permit: Permit) -> str:
    """ "according to TheWrap" for words that are known from a report alone; "" for what was checked or heard."""
    origin = permit.origin
    if origin is None or not origin.report or permit.state is QuoteState.VERIFIED:
        return ""
    return f"according to {origin.outlet or 'a published report'}"


def when(value: DateValue, house: HouseStyle) -> str:
    """A date with the preposition that a sentence asks for: "Friday", "Feb. 14", "in January", "at 9 a.m. PST Feb. 14"."""
    text = ap_when(value, house.today) if house.guide is Guide.AP else day_text(value, house)
    if not text or value.bound is not Bound.ON:
        return text
    match value.precision:
        case Precision.MINUTE:
            return f"at {text}"
        case Precision.WEEK:
            return f"during {text}"
        case Precision.MONTH | Precision.YEAR:
            return f"in {text}"
        case _:
            return text if house.guide is Guide.AP else f"on {text}"


def day_text(value: DateValue, house: HouseStyle) -> str:
    """A date in the house's style, without a preposition: "Feb. 14", "14 February", "January"; "" for undated."""
    if house.guide is Guide.AP:
        return ap_date(value, house.today)
    first, last = value.start, value.end
    if last is None:
        return ""
    if value.bound is Bound.BY:
        return f"by {_british(value, last, house)}"
    if value.bound is Bound.BETWEEN and first is not None:
        return f"between {_british(value, first, house)} and {_british(value, last, house)}"
    return _british(value, first or last, house)


def where(venue: str) -> str:
    """A venue with its preposition: "in a joint statement", "at a rally", "at CES". What is no short phrase is left
    out.
    """
    venue = venue.strip().rstrip(".,;")
    if not venue or len(venue) > _LONGEST_VENUE:
        return ""
    if _PREPOSITION.match(venue):
        return venue
    # "an appearance at the Consumer Electronics Show": the first noun decides.
    head = re.split(r"\s(?:at|in|on|with|for|to|by|from|before|after|of)\s", venue, maxsplit=1)[0]
    spoken_in = _SPOKEN_IN.search(head)
    if spoken_in and not _ARTICLE.match(venue) and head == head.lower():
        venue = f"{'an' if venue[0] in 'aeiou' else 'a'} {venue}"
    return f"{'in' if spoken_in else 'at'} {venue}"


def with_article(party: str) -> str:
    """A party as a sentence calls it: "the DGA", "the Writers Guild of America", "SAG-AFTRA"."""
    if not party or re.match(r"the\s", party, re.IGNORECASE):
        return party
    if party.upper() in _WITHOUT_THE:
        return party
    if party in _WITH_THE or _KINDS_OF_BODY.search(party):
        return f"the {party}"
    if party.isalpha() and party.isupper() and 2 <= len(party) <= 6 and not _said_as_a_word(party):
        return f"the {party}"
    return party


def surname(name: str) -> str:
    """The part of a name that a later reference uses: "Crabtree-Ireland", "van der Berg"."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".").lower() in _SUFFIXES:
        words.pop()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def capitalised(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _who(attribution: Attribution, reference: Reference) -> tuple[str, bool]:
    """The speakers, and whether a title is open and wants its closing comma."""
    if not attribution.speakers:
        return attribution.agreed, False
    each = [_speaker(speaker, reference) for speaker in attribution.speakers]
    open_ended = any("," in text for text in each)
    if len(each) == 1:
        return each[0], open_ended
    if open_ended and len(each) > 2:
        return f"{'; '.join(each[:-1])}; and {each[-1]}", "," in each[-1]
    if open_ended:
        comma = "," if "," in each[0] else ""
        return f"{each[0]}{comma} and {each[1]}", "," in each[1]
    return f"{', '.join(each[:-1])} and {each[-1]}", False


def _speaker(speaker: Named, reference: Reference) -> str:
    if speaker.is_party:
        return with_article(speaker.name)
    if reference is Reference.LATER:
        return surname(speaker.name)
    told = speaker.party.casefold() in speaker.title.casefold()
    return named(speaker.name, speaker.title, "" if told else with_article(speaker.party))


def _said_as_a_word(letters: str) -> bool:
    """Return True if capitals are read as a word and not letter by letter: enough vowels, no long run without one."""
    vowels = sum(letter in "AEIOU" for letter in letters)
    return vowels >= 2 and not re.search(r"[^AEIOU]{3}", letters)


def _british(value: DateValue, on: date, house: HouseStyle) -> str:
    year = "" if on.year == house.today.year else f" {on.year}"
    match value.precision:
        case Precision.YEAR:
            return str(on.year)
        case Precision.MONTH:
            return f"{MONTHS[on.month - 1]}{year}"
        case Precision.WEEK:
            monday = date.fromordinal(on.toordinal() - on.weekday())
            return f"the week of {monday.day} {MONTHS[monday.month - 1]}{year}"
        case _:
            day = f"{on.day} {MONTHS[on.month - 1]}{year}"
            clock = value.start_time or value.end_time
            if clock is None:
                return day
            minutes = f".{clock.minute:02}" if clock.minute else ""
            return f"{clock.hour % 12 or 12}{minutes}{'am' if clock.hour < 12 else 'pm'} on {day}"


def _after_space(text: str) -> str:
    return f" {text}" if text else ""


def origin_text(origin: Origin, house: HouseStyle) -> str:
    """The source in one line: title, outlet, day, locator, address."""
    parts = (origin.title, origin.outlet, day_text(origin.published, house), origin.locator, origin.url)
    return ", ".join(part for part in parts if part)
