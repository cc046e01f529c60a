"""Time zones: which names the desk takes, and how wall time becomes UTC.

A zone is an IANA name with a region ("America/Los_Angeles") or "UTC". `PT` is Pacific civil time, right for the day
it is used on; `PST` and `PDT` are accepted only on days on which clocks there really show them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from desk.model.errors import InputError
from desk.model.frozen import frozen

#: Longer names than any in the database are refused before a file is looked for.
_LONGEST = 64


class NoSuchTimeError(ValueError):
    """A wall time that clocks skip when they go forward."""


class AmbiguousTimeError(ValueError):
    """A wall time that comes twice when clocks go back, with nothing to say which is meant."""


@frozen
class ZoneWord:
    """What people write for a zone, and whose time it is. `only` is what clocks must show there, or "" for anything."""

    zone: str
    region: str
    only: str = ""


ZONE_WORDS: dict[str, ZoneWord] = {
    "pacific": ZoneWord("America/Los_Angeles", "Pacific"),
    "mountain": ZoneWord("America/Denver", "Mountain"),
    "central": ZoneWord("America/Chicago", "Central"),
    "eastern": ZoneWord("America/New_York", "Eastern"),
    "pt": ZoneWord("America/Los_Angeles", "Pacific"),
    "pst": ZoneWord("America/Los_Angeles", "Pacific", "PST"),
    "pdt": ZoneWord("America/Los_Angeles", "Pacific", "PDT"),
    "mt": ZoneWord("America/Denver", "Mountain"),
    "mst": ZoneWord("America/Denver", "Mountain", "MST"),
    "mdt": ZoneWord("America/Denver", "Mountain", "MDT"),
    "ct": ZoneWord("America/Chicago", "Central"),
    "cst": ZoneWord("America/Chicago", "Central", "CST"),
    "cdt": ZoneWord("America/Chicago", "Central", "CDT"),
    "et": ZoneWord("America/New_York", "Eastern"),
    "est": ZoneWord("America/New_York", "Eastern", "EST"),
    "edt": ZoneWord("America/New_York", "Eastern", "EDT"),
    "akt": ZoneWord("America/Anchorage", "Alaska"),
    "akst": ZoneWord("America/Anchorage", "Alaska", "AKST"),
    "akdt": ZoneWord("America/Anchorage", "Alaska", "AKDT"),
    "ht": ZoneWord("Pacific/Honolulu", "Hawaii"),
    "hst": ZoneWord("Pacific/Honolulu", "Hawaii", "HST"),
    "gmt": ZoneWord("Etc/GMT", "Greenwich"),
    "utc": ZoneWord("UTC", "universal"),
    "z": ZoneWord("UTC", "universal"),
    "bst": ZoneWord("Europe/London", "British", "BST"),
    "cet": ZoneWord("Europe/Paris", "Central European", "CET"),
    "cest": ZoneWord("Europe/Paris", "Central European", "CEST"),
}

#: The word that stands for a zone all year, where there is one; of two, the last, which is the shorter one.
GENERAL_WORD: dict[str, str] = {
    known.zone: word.upper() for word, known in ZONE_WORDS.items() if not known.only and word != "z"
}


def zone_word(zone: str) -> ZoneWord:
    """A zone as people speak of it, by its own name where there is no word for it."""
    return ZONE_WORDS[GENERAL_WORD[zone].lower()] if zone in GENERAL_WORD else ZoneWord(zone, zone)


@lru_cache(maxsize=128)
def zone_info(name: str) -> ZoneInfo:
    """The zone called `name`; ValueError with a sentence if the desk takes no such name."""
    region = name.partition("/")[0]
    if len(name) <= _LONGEST and (("/" in name and region not in ("posix", "right")) or name == "UTC"):
        try:
            return ZoneInfo(name)
        except (ValueError, KeyError, OSError):
            pass
    raise ValueError(f"There is no time zone called “{printable(name)}”")


def to_utc(moment: datetime, zone: str, fold: int = 0) -> datetime:
    """The instant of a naive wall time in `zone`; `fold` picks the second of two equal ones.

    Raises NoSuchTimeError for a wall time that clocks skip, found by a round trip through UTC.
    """
    info = zone_info(zone)
    instant = moment.replace(tzinfo=info, fold=fold).astimezone(UTC)
    if instant.astimezone(info).replace(tzinfo=None) != moment.replace(fold=0):
        raise NoSuchTimeError(f"{moment:%H:%M} does not exist on {moment:%Y-%m-%d} in {zone}: clocks skip it")
    return instant


def comes_twice(moment: datetime, zone: str) -> bool:
    """Return True if the naive wall time is shown twice in `zone`, since clocks go back over it."""
    info = zone_info(zone)
    first = moment.replace(tzinfo=info, fold=0).utcoffset()
    second = moment.replace(tzinfo=info, fold=1).utcoffset()
    # In a gap the two differ the other way round.
    return first is not None and second is not None and first > second


def abbreviation(instant: datetime, zone: str) -> str:
    """What clocks in `zone` call themselves at that instant: "PDT", or "UTC-3" where there is no word."""
    local = instant.astimezone(zone_info(zone))
    name = local.tzname() or ""
    if name.isalpha():
        return name
    minutes = int((local.utcoffset() or timedelta()) / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


@lru_cache(maxsize=1)
def _by_folded_name() -> dict[str, str]:
    """Every name the desk takes, under its case-folded form. Costs some 50 ms once: asked only when needed."""
    names = (name for name in available_timezones() if "/" in name or name == "UTC")
    return {name.casefold(): name for name in sorted(names)}


def canonical_zone(text: str) -> str | None:
    """The IANA name that `text` spells in whatever case, or None. The name is looked up, not opened as a file, since
    some file systems would find it in the wrong case and others would later not.
    """
    return _by_folded_name().get(text.casefold()) if len(text) <= _LONGEST else None


def zone_named(text: str) -> str:
    """The IANA name of a zone as a reporter types it: a name in any case, or a word good all year such as `PT`.

    Raises InputError with what may have been meant.
    """
    typed = " ".join(text.split())
    help_ = "Write PT, MT, CT or ET, or a name such as America/Los_Angeles."
    if not typed:
        raise InputError("No time zone was given", where="zone", remedy=help_)
    known = ZONE_WORDS.get(typed.casefold())
    if known is not None and not known.only:
        return known.zone
    if known is not None:
        raise InputError(
            f"{typed.upper()} is the time of one season or place only", where="zone", remedy=f"Write {known.zone}."
        )
    name = canonical_zone(typed.replace(" ", "_"))
    if name is not None:
        return name
    near = _suggestions(typed[:_LONGEST])
    remedy = f"Did you mean {' or '.join(near)}?" if near else help_
    raise InputError(f"There is no time zone called “{printable(typed)}”", where="zone", remedy=remedy)


def _suggestions(typed: str) -> list[str]:
    """Up to three zone names whose city or whole name is near what was typed."""
    from difflib import get_close_matches

    wanted = typed.replace(" ", "_").casefold()
    names = _by_folded_name()
    cities: dict[str, list[str]] = {}
    for folded, name in names.items():
        cities.setdefault(folded.rpartition("/")[2], []).append(name)
    found = list(cities.get(wanted, ()))
    for city in get_close_matches(wanted, cities, n=3, cutoff=0.8):
        found += cities[city]
    found += [names[folded] for folded in get_close_matches(wanted, names, n=3, cutoff=0.8)]
    return list(dict.fromkeys(found))[:3]


def printable(text: str, most: int = 40) -> str:
    """`text` as it may stand in a sentence: cut, with anything that does not print made visible."""
    shown = "".join(char if char.isprintable() else "�" for char in text[:most])
    return shown + "…" if len(text) > most else shown
