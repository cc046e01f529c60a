"""The reference screen: parties, people, sources, talks, issues and stories are kept here."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from desk.app.session import Changed, Session
from desk.app.views.reference import TABS, Ref, ReferenceView, read_reference
from desk.ui import keys
from desk.ui.base import OnDesk
from desk.ui.dialogs.confirm import ConfirmScreen
from desk.ui.dialogs.pick import Choice, PickScreen
from desk.ui.entry.entry import open_add, open_edit, open_withdraw, show_new
from desk.ui.entry.form import FormScreen
from desk.ui.key_queue import Holds
from desk.ui.panes.footer import Footer
from desk.ui.panes.status import Tabs
from desk.ui.routes import route
from desk.ui.widgets import text
from desk.ui.widgets.lines import Lines
from desk.ui.widgets.pane import Pane, keys_line, title
from desk.ui.widgets.rows import RowList

_NAMES = dict(TABS)
_MERGED = ("party", "person")
_LABEL = 14


class ReferenceScreen(Screen[None], OnDesk):
    """A row of tabs, a list, and the facts of what is under the cursor."""

    ANYWHERE = True
    CSS_PATH = "reference.tcss"
    #: Whose keys the help shows first.
    SCOPE = "reference"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("reference")

    def __init__(self, session: Session, tab: str = "party") -> None:
        super().__init__()
        self.session = session
        self._tab = tab
        self._view: ReferenceView | None = None
        self._shown = False
        self._cursors: dict[str, Hashable] = {}

    def compose(self) -> ComposeResult:
        yield Tabs()
        with Horizontal():
            with Pane("", _NAMES[self._tab], id="reference-list"):
                yield RowList[Ref](_draw, lambda ref: ref.id, empty="")
            with Pane("", "Facts", id="reference-facts"):
                yield Lines()
        yield Footer()

    def on_mount(self) -> None:
        self.follow(stored=self._stored)
        self.query_one(RowList).focus()
        self._read()

    # Reading and showing

    def _stored(self, _: Changed) -> None:
        self._read()

    def _read(self) -> None:
        store, today, names = self.session.store, self.session.today(), self._shown
        zones = (self.session.zone, *self.session.config.time.also_in)
        naming = self.session.config.labels.of
        self.desk.in_background(
            "reading",
            lambda: read_reference(store, today=today, zones=zones, names=names, naming=naming),
            self._arrived,
            group=f"reference-{id(self)}",
            holds=Holds.COMMANDS,
        )

    def _arrived(self, view: ReferenceView) -> None:
        if self.still_open():
            self._view = view
            self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        counts = [(kind, f"{name} {len(self._view.rows[kind])}") for kind, name in TABS]
        self.query_one(Tabs).show_tabs(counts, self._tab)
        rows = self._view.rows[self._tab]
        frame = self.query_one("#reference-list", Pane)
        frame.border_title = title("", _NAMES[self._tab], str(len(rows)))
        frame.show_keys(self._keys())
        listed = self.query_one(RowList)
        listed.show(rows, empty=self._empty())
        if (cursor := self._cursors.pop(self._tab, None)) is not None:
            listed.go_to(cursor)
        self._show_facts()

    def _empty(self) -> str:
        add = self.desk.key_of("reference.add")
        if self._tab == "negotiation":
            return f"No talks yet: {add} starts some, {self.desk.key_of('reference.template')} from a template."
        return f"None yet: {add} adds the first of the {_NAMES[self._tab].lower()}."

    def _keys(self) -> list[tuple[str, str]]:
        wanted = ["reference.add", "reference.edit", "reference.withdraw"]
        if self._tab in _MERGED:
            wanted.append("reference.merge")
        if self._tab == "source":
            wanted += ["reference.terms", "reference.verify", "reference.keep"]
        if self._tab == "negotiation":
            wanted.append("reference.template")
        found = self.desk.keys_of(*wanted)
        if self._view is not None and (self._view.hidden or self._shown) and self._tab in ("person", "source"):
            found.append((self.desk.key_of("reference.names"), "hide names" if self._shown else "names"))
        return found

    @on(RowList.Highlighted)
    def _show_facts(self) -> None:
        ref = self._ref
        self.query_one("#reference-facts", Pane).subject = ref.name if ref else ""
        self.query_one("#reference-facts > Lines", Lines).show(lambda width: _facts(ref, width))
        opens = {"negotiation": "shows these talks on the desk", "story": "takes this story in work"}
        both = " ".join(self.desk.key_of(one) for one in ("reference.before", "reference.next"))
        here = [(both, "other tabs"), *self.desk.keys_of("reference.leave")]
        if ref:
            here.insert(0, (self.desk.key_of("rows.choose"), opens.get(self._tab, "edits it")))
        self.query_one(Footer).show_here(keys_line(here))

    @property
    def _ref(self) -> Ref | None:
        row = self.query_one(RowList).row
        return row if isinstance(row, Ref) else None

    # Tabs

    def action_tab(self, by: int) -> None:
        """Go to the next tab, or the one before."""
        kinds = [kind for kind, _ in TABS]
        self.action_go(kinds[(kinds.index(self._tab) + by) % len(kinds)])

    def action_go(self, tab: str) -> None:
        """Go to a tab."""
        self._cursors[self._tab] = self.query_one(RowList).key
        self._tab = tab
        self.query_one(RowList).show((), keep=False)
        self._show()

    @on(Tabs.Picked)
    def _picked(self, event: Tabs.Picked) -> None:
        self.action_go(event.scope)

    # Actions

    @on(RowList.Chosen)
    def _open(self) -> None:
        ref = self._ref
        if ref is None:
            return
        if ref.kind == "negotiation":
            self.session.choose_talks(ref.id)
            self.dismiss(None)
        elif ref.kind == "story":
            store, story_id = self.session.store, ref.id
            self.desk.change("", lambda: store.stories.choose(story_id))
            self.session.choose_story(ref.id)
            self.dismiss(None)
        else:
            self.action_edit()

    def action_add(self) -> None:
        """Add one of the kind that the tab shows; the next key is meant for it."""
        self.app.push_screen(FormScreen(self.session, self._tab), self._added)

    def _added(self, row_id: int | None) -> None:
        show_new(self.desk, self._tab, row_id)
        if row_id is not None:
            self.query_one(RowList).want(row_id)

    def action_edit(self) -> None:
        """Edit what is under the cursor."""
        if (ref := self._ref) is not None:
            open_edit(self.desk, ref.kind, ref.id)

    def action_withdraw(self) -> None:
        """Withdraw what is under the cursor."""
        if (ref := self._ref) is not None:
            open_withdraw(self.desk, ref.kind, ref.id)

    def action_terms(self) -> None:
        """What was agreed with the source under the cursor, and its embargo."""
        if (ref := self._ref) is not None and ref.kind == "source":
            route("terms")(self.desk, source_id=ref.id)

    def action_verify(self) -> None:
        """Compare all quotes of the source under the cursor with its kept file."""
        if (ref := self._ref) is not None and ref.kind == "source":
            route("verify_all")(self.desk, ref.id)

    def action_keep(self) -> None:
        """Keep a copy of a file as the evidence of the source under the cursor."""
        if (ref := self._ref) is not None and ref.kind == "source":
            route("keep_file")(self.desk, ref.id, ref.name)

    def action_template(self) -> None:
        """Start talks from a template."""
        open_add(self.desk, "template")

    def action_names(self) -> None:
        """Show, or hide again, the names of confidential people and sources."""
        self._shown = not self._shown
        self._read()

    def action_merge(self) -> None:
        """Make one of two rows for the same party or person."""
        ref, view = self._ref, self._view
        if ref is None or view is None or ref.kind not in _MERGED:
            return
        others = [Choice(one.id, one.name, one.beside) for one in view.rows[ref.kind] if one.id != ref.id]
        if not others:
            text.notice(self.app, "There is no other one to merge it with.", seconds=3)
            return
        self.app.push_screen(
            PickScreen(f"{ref.name} is the same as …", others), lambda keep: self._merge_into(ref, keep)
        )

    def _merge_into(self, drop: Ref, keep_id: Hashable) -> None:
        view = self._view
        keep = next((one for one in view.rows[drop.kind] if one.id == keep_id), None) if view else None
        if keep is None:
            return
        people = self.session.store.people
        follows = (
            f"{keep.name} stays; {drop.name} becomes another name of it, and what referred to it refers to {keep.name}."
        )
        joined = people.sides_joined(keep.id, drop.id) if drop.kind == "party" else []
        if joined:
            follows += f" They are two sides of the same talks ({', '.join(joined)}): are they one party?"
        question = ConfirmScreen(f"Merge {drop.name} into {keep.name}?", follows, (("y", "merges"),))
        self.app.push_screen(question, lambda key: self._merge(drop, keep) if key == "y" else None)

    def _merge(self, drop: Ref, keep: Ref) -> None:
        people = self.session.store.people
        merge = people.merge_parties if drop.kind == "party" else people.merge_persons
        self.desk.change(f"{drop.name} merged into {keep.name}", lambda: merge(keep.id, drop.id))

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < 100, "-narrow")
        self.set_class(event.size.height < 18, "-low")


def _draw(ref: Ref, width: int) -> list[Content]:
    name = text.assemble((ref.name, text.DIM if ref.quiet else ""))
    room = max(width // 3, width - name.cell_length - 2)
    return [text.between(name, text.assemble((ref.beside, text.DIM)).truncate(room, ellipsis=True), width)]


def _facts(ref: Ref | None, width: int) -> list[Content]:
    if ref is None:
        return []
    lines = []
    for label, words in ref.facts:
        wrapped = text.wrap(words, max(10, width - _LABEL))
        lines += [
            text.assemble((label.ljust(_LABEL) if n == 0 else " " * _LABEL, text.DIM), line)
            for n, line in enumerate(wrapped)
        ]
    return lines
