"""The record of a development, an issue, a deadline or a check: all that is known of it, and what was done to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, Literal

from textual.binding import BindingType

from desk.app.session import Session, Store
from desk.app.views.grounds import read_grounds
from desk.model.dates import show as dateshow
from desk.model.dates.value import DateValue
from desk.model.enums import Certainty, plain
from desk.model.frozen import frozen
from desk.model.quotes.embargo import in_force, until
from desk.model.records import CheckMark, Development, Embargo, Position, Source
from desk.model.talks.grounds import NO_SOURCE
from desk.model.talks.standing import moved_words
from desk.ui import keys
from desk.ui.panes.checks import MARK_SIGNS
from desk.ui.panes.quote_facts import moment
from desk.ui.panes.quote_lines import Look
from desk.ui.panes.talks_lines import POSITION_SIGNS
from desk.ui.quotes import embargoing
from desk.ui.reference.sheet import SheetScreen
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title, Words

Kind = Literal["development", "issue", "deadline", "check"]
#: Seconds after which the time that an embargo has left is told anew, from the clock.
_TICK = 20


@frozen
class _Shown:
    """A record in words, and under which name."""

    name: str
    items: Sequence[Item]
    embargo: Embargo | None = None


class RecordScreen(SheetScreen[_Shown]):
    """One thing of the desk with everything that is known of it."""

    #: Whose keys the help shows first.
    SCOPE = "record"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("record")

    def __init__(self, session: Session, kind: Kind, row_id: int) -> None:
        super().__init__(session, kind.capitalize())
        self._kind: Kind = kind
        self._row_id = row_id
        self._embargo: Embargo | None = None

    def on_mount(self) -> None:
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        if self._embargo is not None:
            self.read_again()

    def read(self) -> _Shown:
        session = self.session
        look = Look(session.gate_now(), session.today(), session.config.labels)
        return _READERS[self._kind](session.store, self._row_id, look, session.zone)

    def items(self, view: _Shown) -> Sequence[Item]:
        self.pane.subject = view.name
        self._embargo = view.embargo
        shown = ["record.edit", "record.withdraw"]
        if self._kind == "development":
            shown += ["record.embargo", *(["record.lift"] if view.embargo is not None else [])]
        self.pane.show_keys(self.desk.keys_of(*shown, "sheet.leave"))
        return view.items

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a development has an embargo of its own."""
        return self._kind == "development" if action in ("embargo", "lift") else True

    def action_embargo(self) -> None:
        """Set an embargo on the development, or another end for the one that stands on it."""
        embargoing.ask_until(self.desk, self._own_embargo, self._on_this(self.session.gate_now()))

    def action_lift(self) -> None:
        """Lift the embargo early, with a note."""
        if self._embargo is not None and self._embargo.source_id is not None:
            text.notice(self.app, "The embargo is its source's; it is lifted on the source's terms.", "warning")
        else:
            embargoing.ask_lift(self.desk, self._own_embargo and replace(
                self._own_embargo, development_id=self._row_id))  # fmt: skip

    @property
    def _own_embargo(self) -> Embargo | None:
        """The embargo that stands on the development itself."""
        return self._embargo if self._embargo is not None and self._embargo.source_id is None else None

    def _on_this(self, now: datetime) -> Embargo:
        return Embargo(until=now, zone=self.session.zone, development_id=self._row_id)

    def action_edit(self) -> None:
        """Edit it."""
        route("edit")(self.desk, self._kind, self._row_id)

    def action_withdraw(self) -> None:
        """Withdraw it."""
        route("withdraw")(self.desk, self._kind, self._row_id)


def _date(value: DateValue, look: Look, zone: str) -> str:
    if not value.dated:
        return "undated"
    return f"{dateshow.long(value, zones=(zone,))}, {plain(value.certainty)}, {plain(value.basis)}"


def _source(store: Store, source_id: int | None, locator: str = "") -> str:
    if source_id is None:
        return NO_SOURCE
    return _cited(store.sources.get(source_id), locator)


def _cited(source: Source, locator: str) -> str:
    """A source by its code and what it is; of a confidential one the code alone is said."""
    if source.confidential:
        return f"{source.code}, confidential"
    withdrawn = "withdrawn since" if source.withdrawn_at is not None else ""
    what = source.outlet or source.title or plain(source.kind)
    return ", ".join(part for part in (source.code, what, locator, withdrawn) if part)


def _development(store: Store, row_id: int, look: Look, zone: str) -> _Shown:
    one = store.developments.get(row_id)
    talks = {known.id: known.name for known in store.talks.negotiations()}
    facts: list[Item] = [
        Words(one.words),
        Words(""),
        Fact("kind", plain(one.kind)),
        Fact("when", _date(one.date, look, zone)),
    ]
    facts.append(
        Fact("talks", ", ".join(talks.get(each, "") for each in one.negotiation_ids) or "none yet: unassigned")
    )
    if one.axes:
        facts.append(Fact("moves", moved_words(one, look.today)))
    facts += [Fact("about", name) for name in _about(store, one)]
    for asked in one.asked:
        name = _asked_name(store, asked.party_id, asked.person_id)
        facts.append(
            Fact(
                "asked",
                text.assemble(name, (f" {asked.how}" if asked.how else "", text.DIM), f": {plain(asked.outcome)}"),
            )
        )
    standing = one.embargo if in_force(one.embargo, look.now) else None
    if standing is not None:
        whose = (f"  of its source {_code(store, standing)}" if standing.source_id is not None else "", text.DIM)
        facts.append(Fact("embargo", text.assemble(embargoing.in_words(standing, look.now, zone), whose)))
    facts += [
        Fact("before", (f"embargo until {until(past, look.now)}, lifted early: {past.note}", text.DIM))
        for past in store.sources.embargoes(development_id=row_id)
        if past.lifted
    ]
    footing = read_grounds(store, [one]).of(one, look.today)
    if footing.claim:
        facts.append(Fact("claim", footing.claimed))
    facts.append(Fact("source", _source(store, one.source_id, one.locator)))
    if footing.doubt:
        facts.append(Fact("to look at", (footing.doubt, "$due")))
    if one.recorded_at is not None:
        facts.append(Fact("learned", moment(one.recorded_at, look, zone)))
    earlier = one.corrects
    if earlier is not None:
        facts.append(Title("Before it was corrected"))
    while earlier is not None:
        older = store.developments.get(earlier)
        facts.append(Fact(moment(older.recorded_at, look, zone) if older.recorded_at else "", text.assemble(
            older.words, (f"  {dateshow.short(older.date, look.today)}", text.DIM))))  # fmt: skip
        earlier = older.corrects
    return _Shown(dateshow.short(one.date, look.today), facts, standing)


def _code(store: Store, embargo: Embargo) -> str:
    return store.sources.get(embargo.source_id).code if embargo.source_id is not None else ""


def _about(store: Store, one: Development) -> list[str]:
    parties = [store.people.party(party_id).name for party_id in one.party_ids]
    return parties + [_asked_name(store, None, person_id) for person_id in one.person_ids]


def _asked_name(store: Store, party_id: int | None, person_id: int | None) -> str:
    if party_id is not None:
        return store.people.party(party_id).name
    if person_id is None:
        return ""
    person = store.people.person(person_id)
    return "a confidential source" if person.confidential else person.name


def _issue(store: Store, row_id: int, look: Look, zone: str) -> _Shown:
    issue = next((one for one in store.talks.issues() if one.id == row_id), None)
    if issue is None:
        return _Shown("", [Words(("This issue was withdrawn.", text.DIM))])
    positions = [one for one in store.talks.positions(issue.negotiation_id) if one.issue_id == row_id]
    facts: list[Item] = []
    for party_id in store.talks.negotiation(issue.negotiation_id).party_ids:
        mine = [one for one in positions if one.party_id == party_id]
        facts.append(Title(store.people.party(party_id).name))
        facts += [_position(store, one, look, zone) for one in reversed(mine)] or [
            Fact("", ("nothing known yet", text.DIM))
        ]
    return _Shown(issue.name, facts)


def _position(store: Store, one: Position, look: Look, zone: str) -> Fact:
    how = POSITION_SIGNS[one.kind][1]
    rest = f"{how} · {_source(store, one.source_id)}"
    words = one.words or "no public position"
    return Fact(dateshow.short(one.date, look.today), text.assemble(words, (f"\n{rest}", text.DIM)))


def _deadline(store: Store, row_id: int, look: Look, zone: str) -> _Shown:
    one = store.deadlines.get(row_id)
    talks = {known.id: known.name for known in store.talks.negotiations()}
    facts: list[Item] = [Fact("kind", plain(one.kind)), Fact("talks", talks.get(one.negotiation_id, "none"))]
    if one.note:
        facts.append(Fact("note", one.note))
    if one.done_at is not None:
        facts.append(Fact("done", moment(one.done_at, look, zone)))
    facts.append(Title("Dates"))
    for entry in reversed(one.dates):
        over = entry.date.certainty is Certainty.SUPERSEDED
        learned = f", learned {moment(entry.recorded_at, look, zone)}" if entry.recorded_at else ""
        said = (_date(entry.date, look, zone), text.DIM if over else "")
        known_from = (f"\n{_source(store, entry.source_id, entry.locator)}{learned}", text.DIM)
        facts.append(Fact(dateshow.short(entry.date, look.today, zone=zone), text.assemble(said, known_from)))
    return _Shown(one.name, facts)


def _check(store: Store, row_id: int, look: Look, zone: str) -> _Shown:
    one = store.stories.check(row_id)
    sign, style = MARK_SIGNS[one.counts_as]
    facts: list[Item] = [
        Words(one.what),
        Words(""),
        Fact("mark", text.assemble((f"{sign} ", style), plain(one.counts_as), (_unfounded(one.mark), "$amber"))),
        Fact("category", one.category or "none"),
    ]
    if one.words:
        facts.append(Fact("in the draft", one.words))
    facts.append(Title("Marks"))
    facts += [_mark(store, mark, look, zone) for mark in reversed(store.stories.marks(row_id))]
    return _Shown(one.category, facts)


def _unfounded(mark: CheckMark | None) -> str:
    """Why a check is worth less than what somebody marked it."""
    if mark is None or mark.counts_as is mark.mark:
        return ""
    if not mark.unfounded:
        return f"  {mark.why_less}: nobody here has looked"
    return f"  it was {plain(mark.mark)} until its source was withdrawn: undo that, or give other evidence"


def _mark(store: Store, mark: CheckMark, look: Look, zone: str) -> Fact:
    sign, style = MARK_SIGNS[mark.mark]
    source = _source(store, mark.source_id) if mark.source_id is not None else ""
    rest = " · ".join(part for part in (mark.evidence, source, mark.who) if part)
    return Fact(moment(mark.recorded_at, look, zone) if mark.recorded_at else "", text.assemble(
        (f"{sign} ", style), plain(mark.mark), (f"  {rest}" if rest else "", text.DIM)))  # fmt: skip


_READERS: Mapping[Kind, Callable[[Store, int, Look, str], _Shown]] = {
    "development": _development,
    "issue": _issue,
    "deadline": _deadline,
    "check": _check,
}
