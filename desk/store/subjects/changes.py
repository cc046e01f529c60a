"""What became known in a span of time: what stood at its end and not at its beginning, and the other way round."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from desk.model.dates.conflicts import effective_of
from desk.model.enums import Mark
from desk.model.frozen import frozen
from desk.model.records import Check, Copied, Deadline, DeadlineDate, Development, Position, Story
from desk.model.talks.fold import latest_positions
from desk.store.file.rows import SHOWN, utc_text

if TYPE_CHECKING:
    from desk.store.store import Store

#: Before anything that a desk can know.
_NEVER = "0000"


@frozen
class Moved:
    """A deadline whose dates are others than before. `before` is None where nobody knew of it, `now` where it was
    withdrawn; several dates stand against each other.
    """

    deadline: Deadline
    before: tuple[DeadlineDate, ...] | None
    now: tuple[DeadlineDate, ...] | None


@frozen
class Turned:
    """A check that got another mark; `before` is None where it is new."""

    check: Check
    before: Mark | None
    now: Mark


@frozen(kw_only=True)
class Between:
    """All of it, in the order in which it was learned. Pairs are of what is so now and what it was before, if it was.

    `verified` and `disputed` are numbers of quotes; what they are worth now is for the gate to say. `settled` are no
    longer disputed.
    """

    developments: Sequence[tuple[Development, Development | None]]
    dropped: Sequence[Development]
    positions: Sequence[tuple[Position, Position | None]]
    deadlines: Sequence[Moved]
    done: Sequence[Deadline]
    verified: Sequence[int]
    disputed: Sequence[int]
    settled: Sequence[int]
    checks: Sequence[tuple[Story, Sequence[Turned]]]
    let_out: Sequence[Copied]


def read_between(store: Store, since: datetime | None, until: datetime) -> Between:
    """What was learned after `since` (None: ever) and not after `until`, both UTC instants."""
    disputed, settled = _disputes(store, since, until)
    before = store.developments.all(known_by=since) if since is not None else []
    after = store.developments.all(known_by=until)
    changed, dropped = _changed(store.developments.get, before, after)
    return Between(
        developments=changed,
        dropped=dropped,
        positions=_positions(store, since, until),
        deadlines=_moved(store, since, until),
        done=[
            one
            for one in store.deadlines.all(known_by=until)
            if one.done_at is not None and (since is None or one.done_at > since) and one.done_at <= until
        ],
        verified=_verified(store, since, until),
        disputed=disputed,
        settled=settled,
        checks=[(story, turned) for story in store.stories.all() if (turned := _turned(store, story, since, until))],
        let_out=store.copies.overridden(since=since, until=until),
    )


def _changed(
    get: Callable[[int], Development], before: Sequence[Development], after: Sequence[Development]
) -> tuple[list[tuple[Development, Development | None]], list[Development]]:
    """What is there now and was not, each with what it corrects of what was; and what is not there any more."""
    known = {one.id: one for one in before}
    standing = {one.id for one in after}
    found: list[tuple[Development, Development | None]] = []
    corrected = set()
    for one in after:
        if one.id in known:
            continue
        earlier = one.corrects
        while earlier is not None and earlier not in known:
            earlier = get(earlier).corrects
        corrected.add(earlier)
        found.append((one, known.get(earlier)))
    return found, [one for one in before if one.id not in standing and one.id not in corrected]


def _positions(store: Store, since: datetime | None, until: datetime) -> list[tuple[Position, Position | None]]:
    """What each side's latest position on an issue is, where it was another."""
    found = []
    for talks in store.talks.negotiations():
        assert talks.id is not None
        was = latest_positions(store.talks.positions(talks.id, known_by=since)) if since is not None else {}
        now = latest_positions(store.talks.positions(talks.id, known_by=until))
        found += [(one, was.get(key)) for key, one in now.items() if was.get(key) != one]
    return sorted(found, key=lambda pair: pair[0].id or 0)


def _moved(store: Store, since: datetime | None, until: datetime) -> list[Moved]:
    was = {one.id: one for one in store.deadlines.all(known_by=since)} if since is not None else {}
    now = {one.id: one for one in store.deadlines.all(known_by=until)}
    found = []
    for number, deadline in now.items():
        old = was.get(number)
        before, dates = (_dates(old) if old is not None else None), _dates(deadline)
        if before is None or [one.date for one in before] != [one.date for one in dates]:
            found.append(Moved(deadline, before, dates))
    return [*found, *(Moved(one, _dates(one), None) for number, one in was.items() if number not in now)]


def _dates(deadline: Deadline) -> tuple[DeadlineDate, ...]:
    return effective_of(deadline.dates, lambda one: one.date).shown


def _verified(store: Store, since: datetime | None, until: datetime) -> list[int]:
    rows = store.all(
        f"""
        SELECT v.quote_id FROM verification v JOIN quote q ON q.id = v.quote_id
        WHERE v.withdrawn_at IS NULL AND v.added_by {SHOWN} AND v.recorded_at > :since AND v.recorded_at <= :until
          AND q.withdrawn_at IS NULL AND q.added_by {SHOWN}
        GROUP BY v.quote_id ORDER BY max(v.id)
        """,
        **_limits(since, until),
    )
    return [row["quote_id"] for row in rows]


def _disputes(store: Store, since: datetime | None, until: datetime) -> tuple[list[int], list[int]]:
    """The quotes that became disputed, and those that no longer are."""
    rows = store.all(
        """
        SELECT h.row_id, h.before, h.after FROM history h JOIN action a ON a.id = h.action_id
        WHERE h.table_name = 'quote' AND a.at > :since AND a.at <= :until
          AND coalesce(json_extract(h.before, '$.disputed'), '') <> json_extract(h.after, '$.disputed')
        ORDER BY h.id
        """,
        **_limits(since, until),
    )
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    for row in rows:
        number = row["row_id"]
        first.setdefault(number, (json.loads(row["before"]) if row["before"] else {}).get("disputed", ""))
        last.pop(number, None)
        last[number] = json.loads(row["after"])["disputed"]
    disputed = [number for number, reason in last.items() if reason and reason != first[number]]
    return disputed, [number for number, reason in last.items() if not reason and first[number]]


def _turned(store: Store, story: Story, since: datetime | None, until: datetime) -> list[Turned]:
    """The checks of one story whose mark is another than before."""
    stories = store.stories
    before = (
        {one.id: one.counts_as for one in stories.checks(story.id or 0, known_by=since)} if since is not None else {}
    )
    now = stories.checks(story.id or 0, known_by=until)
    return [
        Turned(check, before.get(check.id), check.counts_as)
        for check in now
        if check.mark is not None and check.counts_as is not before.get(check.id)
    ]


def _limits(since: datetime | None, until: datetime) -> dict[str, str]:
    return {"since": utc_text(since) if since is not None else _NEVER, "until": utc_text(until)}
