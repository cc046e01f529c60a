"""Where a quote went that is another now: what to tell the reporter at the moment it is edited, disputed or withdrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from desk.model.dates.apstyle import ap_time
from desk.model.dates.show import MONTHS
from desk.model.dates.zones import zone_info
from desk.model.frozen import frozen
from desk.model.records import Copied

_SHOWN_WORDS = 48
#: The mechanism of a copy that reached no clipboard.
IN_A_FILE = "a file"


@frozen
class Recalled:
    """A quote that was changed after it was copied. `what` is what was done: "edited", "disputed", "withdrawn" …"""

    quote_id: int
    words: str
    what: str
    copies: Sequence[Copied]


def where_it_went(recalled: Recalled, stories: Mapping[int, str], *, now: datetime, zone: str) -> str:
    """The sentence for the notice; empty where the quote was never copied. `stories` are slugs by id; `zone` is the
    reporter's, in which the hour of the last copy is told.
    """
    copies = recalled.copies
    if not copies:
        return ""
    words = " ".join(recalled.words.split())
    if len(words) > _SHOWN_WORDS:
        words = words[: _SHOWN_WORDS - 1].rstrip() + "…"
    places = Counter(stories.get(copy.story_id, "") if copy.story_id is not None else "" for copy in copies)
    named = [f"{slug}{_times(count)}" for slug, count in places.items() if slug]
    if places[""]:
        named.append(f"no story{_times(places[''])}" if named else "no story in particular")
    count = _often(len(copies))
    last = copies[-1].recorded_at
    when = f", last {_moment(last, now, zone)}" if last is not None else ""
    return f"“{words}” was copied {count}{when}, for {', '.join(named)}, and is {recalled.what} now. Mend it there."


def how_often(copies: Sequence[Copied]) -> str:
    """How often a quote went out, and how sure that is: "copied 3 times (1 not confirmed)", "kept in a file once"; what
    reached no clipboard is not called copied.
    """
    reached = [copy for copy in copies if copy.mechanism != IN_A_FILE]
    unsure = sum(not copy.confirmed for copy in reached)
    told = []
    if reached:
        doubt = "" if not unsure else " (not confirmed)" if unsure == len(reached) else f" ({unsure} not confirmed)"
        told.append(f"copied {_often(len(reached))}{doubt}")
    if len(copies) > len(reached):
        told.append(f"kept in a file {_often(len(copies) - len(reached))}")
    return ", ".join(told)


def _often(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _moment(at: datetime, now: datetime, zone: str) -> str:
    """The hour today, else the day and the hour, by the reporter's clock."""
    local, today = at.astimezone(zone_info(zone)), now.astimezone(zone_info(zone)).date()
    clock = ap_time(local.time().replace(second=0, microsecond=0))
    if local.date() == today:
        return f"at {clock}"
    year = f", {local.year}" if local.year != today.year else ""
    return f"{MONTHS[local.month - 1]} {local.day}{year} at {clock}"
