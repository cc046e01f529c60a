"""`desk status` and `desk due`: where the talks stand and what is ahead, without the screen."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from desk.cli.context import Context
from desk.cli.embargoed import Embargoed
from desk.cli.safe import Door
from desk.cli.tellable import Tellable
from desk.model import dateshow
from desk.model.dateplain import date_to_plain
from desk.model.records import Development, Negotiation
from desk.model.talks import Standing, first_day, fold, order
from desk.model.words import Axis, Mark, plain
from desk.model.zones import zone_info
from desk.store.due import DeadlinesView, Due, Owed, read_deadlines
from desk.store.store import Store


def run(args: argparse.Namespace) -> int:
    """Print where the talks stand, or what is due."""
    context = Context(args)
    with context.store() as store:
        door = Door(store, "status")
        tellable = Tellable(store, door)
        due = read_deadlines(store, context.clock(), context.zone)
        embargoed = Embargoed(store)
        if args.command == "due":
            due = tellable.due(due)
            value = _due_value(context, due, embargoed)
            lines = list(_due_lines(context, due, embargoed))
        else:
            status = _Status(context, store, due, embargoed, tellable)
            value, lines = status.value(), status.lines()
        if args.json:
            context.json(door.value(value))
        else:
            context.out(*map(door.text, lines))
        if remark := tellable.remark():
            context.remark(remark)
    return 0


class _Status:
    """Everything that `desk status` says."""

    def __init__(
        self, context: Context, store: Store, due: DeadlinesView, embargoed: Embargoed, tellable: Tellable
    ) -> None:
        self.context, self.store, self.embargoed = context, store, embargoed
        self.developments = tellable.developments(store.developments.all())
        self.due = tellable.due(due)
        self.talks = [one for one in store.talks.negotiations() if not one.archived]
        self.unassigned = [one for one in self.developments if not one.negotiation_ids]
        self.story = store.stories.in_work()
        checks = store.stories.checks(self.story.id) if self.story is not None and self.story.id is not None else []
        self.marks = Counter(check.counts_as for check in checks)
        self.quotes = store.quotes.count()
        self.names = {one.id: one.name for one in store.people.parties()}

    def standing(self, talks: Negotiation, developments: Sequence[Development]) -> tuple[Standing, Development | None]:
        assert talks.id is not None
        mine = [one for one in developments if talks.id in one.negotiation_ids and one.date.dated]
        return fold(developments, talks.id), max(mine, key=order, default=None)

    def value(self) -> dict[str, Any]:
        now = self.context.clock().astimezone(zone_info(self.context.zone))
        return {
            "now": now.isoformat(timespec="seconds"),
            "zone": self.context.zone,
            "talks": [self._talks_value(one) for one in self.talks],
            "in_no_talks": len(self.unassigned),
            "deadlines": {
                "ahead": len(self.due.ahead),
                "owed": len(self.due.owed),
                "next": _due(self.context, self.due, self.due.next, self.embargoed) if self.due.next else None,
            },
            "quotes": self.quotes,
            "story": self.story
            and {
                "slug": self.story.slug,
                "checks": self.marks.total(),
                **{mark.value: self.marks[mark] for mark in Mark},
            },
        }

    def _talks_value(self, talks: Negotiation) -> dict[str, Any]:
        free = [one for one in self.developments if self.embargoed.is_free(one)]
        standing, last = self.standing(talks, free)
        first = first_day(free, talks.id or 0)
        return {
            "code": talks.code,
            "name": talks.name,
            "parties": [self.names[one] for one in talks.party_ids if one in self.names],
            **{axis.value: standing[axis] for axis in Axis},
            "first_day": first.isoformat() if first else None,
            "last": last and {"words": last.words, "kind": last.kind.value, "date": date_to_plain(last.date)},
            "embargoed": sum(
                talks.id in one.negotiation_ids and not self.embargoed.is_free(one) for one in self.developments
            ),
        }

    def lines(self) -> list[str]:
        today = self.context.today()
        now = self.context.clock().astimezone(zone_info(self.context.zone))
        out = [f"{now:%a %b} {now.day}, {now.year}, {now:%H:%M} {now:%Z}"]
        if not self.talks:
            out.append("No talks yet. Open the desk to start some: desk")
        width = max((len(one.name) for one in self.talks), default=0)
        for talks in self.talks:
            standing, last = self.standing(talks, self.developments)
            out.append(f"{talks.name:{width}}  {self.embargoed.standing(standing_words(standing), standing)}")
            if last is not None:
                told = f"{_said(last.words)} ({dateshow.short(last.date, today)})"
                out.append(f"{'':{width}}  {self.embargoed.stamped(told, last)}")
        if self.unassigned:
            things = "development" if len(self.unassigned) == 1 else "developments"
            newest = max(self.unassigned, key=order)
            out.append(
                f"{len(self.unassigned)} {things} in no talks; the last: {self.embargoed.stamped(_said(newest.words), newest)}"
            )
        if self.due.next is not None:
            out += [
                "",
                f"{len(self.due.ahead)} ahead; next:",
                _due_line(self.context, self.due, self.due.next, self.embargoed),
            ]
        if self.due.owed:
            out.append(f"{len(self.due.owed)} asked for comment and not answered")
        if self.story is not None:
            told = ", ".join(f"{self.marks[mark]} {plain(mark)}" for mark in Mark if self.marks[mark])
            out += ["", f"{self.story.slug}: {told or 'no checks yet'}"]
        out.append(f"{self.quotes} {'quote' if self.quotes == 1 else 'quotes'}")
        return out


def standing_words(standing: Standing) -> str:
    """Where talks stand, in a line: "talks open · contract in force · mutual blackout"; what is unknown is left out."""
    said = []
    for axis in Axis:
        value = standing[axis]
        if value == "unknown":
            continue
        words = plain(value)
        if axis is Axis.CONTRACT:
            words = f"contract {words}"
        elif axis is Axis.BLACKOUT:
            words = {"none": "no blackout", "lifted": "blackout lifted"}.get(value, f"{words} blackout")
        elif axis is Axis.ACTION and value == "none":
            words = "no action"
        said.append(words)
    return " · ".join(said) or "nothing known yet"


def _said(words: str, most: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _due_lines(context: Context, view: DeadlinesView, embargoed: Embargoed) -> list[str]:
    out = [_due_line(context, view, one, embargoed) for one in view.ahead]
    out += [embargoed.stamped(_owed_line(context, one), one.development) for one in view.owed]
    if view.done:
        out += ["", "done lately:", *(_due_line(context, view, one, embargoed) for one in view.done)]
    return out or ["Nothing is ahead."]


def _due_line(context: Context, view: DeadlinesView, due: Due, embargoed: Embargoed) -> str:
    """One deadline; dates in conflict stand under each other."""
    today = context.today()
    rows = []
    for number, one in enumerate(due.dates):
        left = dateshow.days_left(one.date, context.clock(), context.zone)
        sign = dateshow.CONFLICT_SIGN if due.conflict else dateshow.sign(one.date) or " "
        when = dateshow.short(one.date, today, zone=context.zone, signed=False)
        certain = "done" if due.deadline.done_at is not None else plain(one.date.certainty)
        code = view.codes.get(one.source_id or 0, "")
        name = due.deadline.name if number == 0 else ""
        row = f"{left if left is not None else 'undated'!s:>12} {sign} {when:16} {name:34} {certain:9} {code}"
        rows.append(embargoed.stamped_date(row.rstrip(), one))
    return "\n".join(rows) or f"{'no date':>12}   {'':16} {due.deadline.name}"


def _owed_line(context: Context, owed: Owed) -> str:
    when = dateshow.short(owed.development.date, context.today())
    how = f" by {owed.asked.how}" if owed.asked.how else ""
    return f"{'owed':>12}   {when:16} {owed.name}{how}: {_said(owed.development.words, 60)}"


def _due_value(context: Context, view: DeadlinesView, embargoed: Embargoed) -> dict[str, Any]:
    owed = [one for one in view.owed if embargoed.is_free(one.development)]
    ahead, done = (
        [value for one in some if (value := _due(context, view, one, embargoed)) is not None]
        for some in (view.ahead, view.done)
    )
    return {
        "now": context.clock().astimezone(zone_info(context.zone)).isoformat(timespec="seconds"),
        "ahead": ahead,
        "owed": [
            {
                "who": one.name,
                "how": one.asked.how,
                "words": one.development.words,
                "date": date_to_plain(one.development.date),
            }
            for one in owed
        ],
        "done": done,
        "embargoed": len(view.owed) - len(owed) + len(view.ahead) - len(ahead) + len(view.done) - len(done),
    }


def _due(context: Context, view: DeadlinesView, due: Due, embargoed: Embargoed) -> dict[str, Any] | None:
    """One deadline with its dates; None where all that is known of it is under an embargo."""
    today: date = context.today()
    free = [one for one in due.dates if embargoed.is_free_date(one)]
    if due.dates and not free:
        return None
    return {
        "name": due.deadline.name,
        "kind": due.deadline.kind.value,
        "conflict": due.conflict,
        "over": view.over(due),
        "done": due.deadline.done_at is not None,
        "dates": [
            {
                "date": date_to_plain(one.date),
                "shown": dateshow.short(one.date, today, zone=context.zone),
                "left": str(dateshow.days_left(one.date, context.clock(), context.zone) or ""),
                "certainty": one.date.certainty.value,
                "source": view.codes.get(one.source_id or 0, ""),
            }
            for one in free
        ],
    }
