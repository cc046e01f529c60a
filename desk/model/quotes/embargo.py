"""Whether an embargo holds, and how its end is told: by the machine's own clock, in the zone in which it was given."""

from __future__ import annotations

from datetime import datetime

from desk.model.dates.apstyle import MONTHS, WEEKDAYS, ap_time
from desk.model.dates.zones import GENERAL_WORD, abbreviation, comes_twice, zone_info
from desk.model.quotes.quotes import Embargo


def in_force(embargo: Embargo | None, now: datetime) -> bool:
    """Return True if an embargo holds at that instant. At the very instant it is over."""
    return embargo is not None and not embargo.lifted and now < embargo.until


def embargo_stamp(embargo: Embargo, now: datetime) -> str:
    """`[EMBARGOED until Tue Jun 30, 5 p.m. PT]`, in the zone the embargo was given in."""
    return f"[EMBARGOED until {until(embargo, now)}]"


def until(embargo: Embargo, now: datetime) -> str:
    """When an embargo ends, in the zone it was given in: "Tue Jun 30, 5 p.m. PT"; with the year where it is another."""
    try:
        zone, zone_name = zone_info(embargo.zone), embargo.zone
    except ValueError:
        zone, zone_name = zone_info("UTC"), "UTC"
    there = embargo.until.astimezone(zone)
    year = f", {there.year}" if there.year != now.astimezone(zone).year else ""
    # A wall time that comes twice needs the season's own word.
    general = "" if comes_twice(there.replace(tzinfo=None), zone_name) else GENERAL_WORD.get(zone_name, "")
    day = f"{WEEKDAYS[there.weekday()][:3]} {MONTHS[there.month - 1][:3]} {there.day}{year}"
    return f"{day}, {ap_time(there.time())} {general or abbreviation(embargo.until, zone_name)}"
