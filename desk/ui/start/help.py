"""`?`: the keys, from the one table of actions with the reporter's own counted, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from desk.app.session import Session
from desk.model.dates import show as dateshow
from desk.model.enums import plain
from desk.ui import keys
from desk.ui.draft.lines import SIGNS as DRAFT_SIGNS
from desk.ui.panes.checks import MARK_SIGNS
from desk.ui.panes.quote_lines import EMBARGOED, RESTRICTED, STATE_SIGNS, STATE_WORDS
from desk.ui.panes.talks_lines import POSITION_SIGNS
from desk.ui.reference.sheet import SheetScreen
from desk.ui.timeline import cells as timeline_cells
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title

_LIST = (("↓ j", "the next row"), ("↑ k", "the row before"), ("PgDn PgUp", "a page"), ("Home g", "the first"),
         ("End G", "the last"), ("↵", "open, or a second click"))  # fmt: skip


class HelpScreen(SheetScreen[str]):
    """The keys of the pane that had the focus come first."""

    ANYWHERE = False

    def __init__(self, session: Session, scope: str) -> None:
        super().__init__(session, "Keys and signs")
        self._scope = scope

    def read(self) -> str:
        return self._scope

    def items(self, view: str) -> Sequence[Item]:
        both = " ".join(self.desk.key_of(one) for one in ("sheet.down", "sheet.up"))
        self.pane.show_keys([(both, "scroll"), *self.desk.keys_of("sheet.leave")])
        order = [view, *(("search",) if view == "quotes" else ())]
        order += [scope for scope in keys.SCOPES if scope not in (*order, "rows")]
        found: list[Item] = []
        for scope in order:
            found += [Title(keys.SCOPES[scope]), *self._keys(scope)]
        found += [Title(keys.SCOPES["rows"]), *(Fact(key, words) for key, words in _LIST)]
        return [*found, *signs()]

    def _keys(self, scope: str) -> list[Item]:
        own = self.session.config.keys
        found: list[Item] = []
        for act in keys.of(scope):
            known = own.get(act.id, act.keys)
            if known:
                found.append(Fact(" ".join(keys.shown_key(key) for key in known), act.tooltip or act.label))
        return found


def signs() -> list[Item]:
    """Every sign with its word."""
    found: list[Item] = [Title("Quotes")]
    told = set()
    for sign, style in STATE_SIGNS.values():
        if sign not in told:
            told.add(sign)
            alike = [STATE_WORDS[other] for other, (shown, _) in STATE_SIGNS.items() if shown == sign]
            found.append(_sign(sign, style, " or ".join(alike)))
    found += [_sign(*RESTRICTED, "may not leave the desk"), _sign(*EMBARGOED, "under embargo"), Title("Checks")]
    found += [
        _sign(sign, style, plain(mark) if mark != "n_a" else "does not apply")
        for mark, (sign, style) in MARK_SIGNS.items()
    ]
    found.append(Title("Dates"))
    found.append(_sign(dateshow.INEXACT_SIGN, "", "inexact: a week, a month or a year"))
    found.append(_sign(dateshow.CONFLICT_SIGN, "$conflict", "in conflict: two sources' dates exclude each other"))
    found.append(Title("Positions"))
    found += [_sign(sign, "", words) for sign, words in POSITION_SIGNS.values() if sign.strip()]
    found.append(Title("Timeline"))
    found += [_sign(*one) for one in timeline_cells.SIGNS]
    found.append(Title("In a draft"))
    for sign, style in dict.fromkeys((sign, style) for sign, style, _ in DRAFT_SIGNS.values()):
        alike = [word for other, colour, word in DRAFT_SIGNS.values() if (other, colour) == (sign, style)]
        found.append(_sign(sign, style, " or ".join(alike)))
    return found


def _sign(sign: str, style: str, words: str) -> Fact:
    return Fact(f"    {sign}", text.said(words, style))
