"""`desk status` and `desk due`: where the talks stand and what is ahead, without the screen."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from desk.app.embargoed import Embargoed
from desk.app.reporter import house_style
from desk.app.session import Store
from desk.app.views.deadlines import DeadlinesView, Due, Owed, read_deadlines
from desk.cli.context import Context
from desk.cli.output_filter import OutputFilter
from desk.cli.publishable import Publishable
from desk.model.dates import show as dateshow
from desk.model.dates.plain import date_to_plain
from desk.model.dates.zones import zone_info
from desk.model.enums import Axis, Mark, plain
from desk.model.records import DeadlineDate, Development, Negotiation
from desk.model.talks import timeline
from desk.model.talks.fold import first_day, fold
from desk.model.talks.grounds import Footing, Grounds
from desk.model.talks.standing import axis_told, standing_words


def run(args: argparse.Namespace) -> int:
    """Print where the talks stand, or what is due."""
    context = Context(args)
    with context.store() as store:
        door = OutputFilter(store, "status")
        tellable = Publishable(store, door, house_style(context))
        due = tellable.due(read_deadlines(store, context.clock(), context.zone))
        shown = _Due(context, due, Embargoed(store), tellable)
        if args.command == "due":
            value, lines = shown.value(), shown.lines()
        else:
            status = _Status(context, store, shown, tellable)
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

    def __init__(self, context: Context, store: Store, due: _Due, tellable: Publishable) -> None:
        self.context, self.store, self.embargoed, self.shown = context, store, due.embargoed, due
        self.due = due.view
        self.today = context.today()
        self.developments = tellable.developments(store.developments.all())
        self.grounds = tellable.grounds(self.developments)
        self.talks = [one for one in store.talks.negotiations() if not one.archived]
        self.unassigned = [one for one in self.developments if not one.negotiation_ids]
        self.story = store.stories.in_work()
        checks = store.stories.checks(self.story.id) if self.story is not None and self.story.id is not None else []
        self.marks = Counter(check.counts_as for check in checks)
        self.quotes = store.quotes.count()
        self.names = {one.id: one.name for one in store.people.parties()}

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
                "next": self.shown.due_value(self.due.next) if self.due.next else None,
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
        standing = fold(free, talks.id or 0)
        told = {axis: axis_told(standing, axis, self.grounds, self.today) for axis in Axis}
        first = first_day(free, talks.id or 0)
        return {
            "code": talks.code,
            "name": talks.name,
            "parties": [self.names[one] for one in talks.party_ids if one in self.names],
            **{axis.value: one.value for axis, one in told.items()},
            "unsettled": {
                axis.value: {"value": one.unsettled, "rests_on": one.why} for axis, one in told.items() if one.unsettled
            },
            "first_day": first.isoformat() if first else None,
            "last": self._development_value(timeline.last_change(talks.id, free, self.today, self.context.zone)),
            "ahead": self._development_value(timeline.next_ahead(talks.id, free, self.today)),
            "embargoed": sum(
                talks.id in one.negotiation_ids and not self.embargoed.is_free(one) for one in self.developments
            ),
        }

    def _development_value(self, one: Development | None) -> dict[str, Any] | None:
        """One development with all that it rests on; None where there is none."""
        if one is None:
            return None
        footing = self.grounds.of(one, self.today)
        return {"words": one.words, "kind": one.kind.value, "date": date_to_plain(one.date), **_footing_value(footing)}

    def lines(self) -> list[str]:
        now = self.context.clock().astimezone(zone_info(self.context.zone))
        out = [f"{now:%a %b} {now.day}, {now.year}, {now:%H:%M} {now:%Z}"]
        if not self.talks:
            out.append("No talks yet. Open the desk to start some: desk")
        width = max((len(one.name) for one in self.talks), default=0)
        for talks in self.talks:
            standing = fold(self.developments, talks.id or 0)
            told = standing_words(standing, self.grounds, self.today)
            out.append(f"{talks.name:{width}}  {self.embargoed.standing(told, standing)}")
            last, ahead = self._news(talks.id)
            out += [f"{'':{width}}  {one}" for one in (last, ahead) if one]
        if self.unassigned:
            things = "development" if len(self.unassigned) == 1 else "developments"
            last, ahead = self._news(None)
            out.append(f"{len(self.unassigned)} {things} in no talks{f'; the last: {last}' if last else ''}")
            out += [ahead] if ahead else []
        if self.due.next is not None:
            out += [
                "",
                f"{len(self.due.ahead)} ahead; next:",
                self.shown.line(self.due.next),
            ]
        if self.due.owed:
            out.append(f"{len(self.due.owed)} asked for comment and not answered")
        if self.story is not None:
            told = ", ".join(f"{self.marks[mark]} {plain(mark)}" for mark in Mark if self.marks[mark])
            out += ["", f"{self.story.slug}: {told or 'no checks yet'}"]
        out.append(f"{self.quotes} {'quote' if self.quotes == 1 else 'quotes'}")
        return out

    def _news(self, talks_id: int | None) -> tuple[str, str]:
        """What happened last and what is next, each "" where there is none."""
        last = timeline.last_change(talks_id, self.developments, self.today, self.context.zone)
        ahead = timeline.next_ahead(talks_id, self.developments, self.today)
        return (
            self._line(last) if last is not None else "",
            f"ahead: {self._line(ahead)}" if ahead is not None else "",
        )

    def _line(self, one: Development) -> str:
        """A development with what it rests on: whose claim it is before its words, its source after them."""
        footing = self.grounds.of(one, self.today)
        how = f"{footing.how}: " if footing.how else ""
        when = ", ".join(part for part in (dateshow.short(one.date, self.today), footing.dated_how) if part)
        told = f"{how}{_said(one.words)} ({when})"
        rest = "; ".join(part for part in (footing.origin, footing.doubt) if part)
        return f"{self.embargoed.stamped(told, one)} · {rest}"


def _footing_value(footing: Footing) -> dict[str, Any]:
    """What a thing rests on, for a program: each part by itself, and all of it in words."""
    return {
        "claim": footing.claim,
        "claimed_by": list(footing.claimed_by.by),
        "certainty": footing.certainty.value if footing.certainty is not None else None,
        "source": footing.source.words if footing.source is not None else None,
        "rests_on": footing.words,
    }


def _said(words: str, most: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


class _Due:
    """Everything that `desk due` says, and the next deadline as `desk status` says it."""

    def __init__(self, context: Context, view: DeadlinesView, embargoed: Embargoed, tellable: Publishable) -> None:
        self.context, self.view, self.embargoed = context, view, embargoed
        self.today = context.today()
        dates = [one for due in (*view.ahead, *view.done) for one in due.dates]
        self.grounds: Grounds = tellable.grounds([*dates, *(owed.development for owed in view.owed)])

    def lines(self) -> list[str]:
        view = self.view
        out = [self.line(one) for one in view.ahead]
        out += [self.embargoed.stamped(self._owed_line(one), one.development) for one in view.owed]
        if view.done:
            out += ["", "done lately:", *(self.line(one) for one in view.done)]
        return out or ["Nothing is ahead."]

    def line(self, due: Due) -> str:
        """One deadline; dates in conflict stand under each other."""
        rows = []
        for number, one in enumerate(due.dates):
            left = dateshow.days_left(one.date, self.context.clock(), self.context.zone)
            sign = dateshow.CONFLICT_SIGN if due.conflict else dateshow.sign(one.date) or " "
            when = dateshow.short(one.date, self.today, zone=self.context.zone, signed=False)
            certain = "done" if due.deadline.done_at is not None else plain(one.date.certainty)
            name = due.deadline.name if number == 0 else ""
            row = f"{left if left is not None else 'undated'!s:>12} {sign} {when:16} {name:34} {certain:9} {self._from(one)}"
            rows.append(self.embargoed.stamped_date(row.rstrip(), one))
        return "\n".join(rows) or f"{'no date':>12}   {'':16} {due.deadline.name}"

    def _from(self, one: DeadlineDate) -> str:
        """Its source by the code where that may be told, else as was agreed; how its date is known where nobody said."""
        footing = self.grounds.of(one, self.today)
        parts = (self.view.codes.get(one.source_id or 0, "") or footing.origin, footing.dated_how, footing.doubt)
        return ", ".join(part for part in parts if part)

    def _owed_line(self, owed: Owed) -> str:
        when = dateshow.short(owed.development.date, self.today)
        how = f" by {owed.asked.how}" if owed.asked.how else ""
        return f"{'owed':>12}   {when:16} {owed.name}{how}: {_said(owed.development.words, 60)}"

    def value(self) -> dict[str, Any]:
        view, context = self.view, self.context
        owed = [one for one in view.owed if self.embargoed.is_free(one.development)]
        ahead, done = (
            [value for one in some if (value := self.due_value(one)) is not None] for some in (view.ahead, view.done)
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
                    "rests_on": self.grounds.of(one.development, self.today).words,
                }
                for one in owed
            ],
            "done": done,
            "embargoed": len(view.owed) - len(owed) + len(view.ahead) - len(ahead) + len(view.done) - len(done),
        }

    def due_value(self, due: Due) -> dict[str, Any] | None:
        """One deadline with its dates; None where all that is known of it is under an embargo."""
        free = [one for one in due.dates if self.embargoed.is_free_date(one)]
        if due.dates and not free:
            return None
        return {
            "name": due.deadline.name,
            "kind": due.deadline.kind.value,
            "conflict": due.conflict,
            "over": self.view.over(due),
            "done": due.deadline.done_at is not None,
            "dates": [self._date_value(one) for one in free],
        }

    def _date_value(self, one: DeadlineDate) -> dict[str, Any]:
        return {
            "date": date_to_plain(one.date),
            "shown": dateshow.short(one.date, self.today, zone=self.context.zone),
            "left": str(dateshow.days_left(one.date, self.context.clock(), self.context.zone) or ""),
            "certainty": one.date.certainty.value,
            "source": self.view.codes.get(one.source_id or 0, ""),
            "rests_on": self.grounds.of(one, self.today).words,
        }
