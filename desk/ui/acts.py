"""What an action of the desk is, for the one table of them in `desk.ui.keys`."""

from __future__ import annotations

from desk.model.frozen import frozen

#: The actions that change nothing, or (log and quote) say that they are of today. Whatever is not here waits.
_ALLOWED = frozenset(
    {"log", "quote", "changed", "theme", "help", "palette", "quit", "talks.left", "talks.right", "quotes.copy",
     "quotes.copy_as", "quotes.names", "quotes.elsewhere", "quotes.clear", "checks.story"}
)  # fmt: skip
_ALLOWED_SCOPES = frozenset({"desk", "search", "timeline", "all_talks", "compare", "sheet", "changed"})


@frozen
class Act:
    """Something that can be done. `action` is the method (`action_…`) of the widget that its scope stands for.

    `shown` puts it into the footer; `palette` offers it there. `priority` keys work while a text field has the focus.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    tooltip: str
    action: str
    scope: str = ""
    shown: bool = True
    palette: bool = True
    priority: bool = False


def act(
    id: str, keys: str, label: str, tooltip: str, *, action: str = "", shown: bool = True, palette: bool = True,
    priority: bool = False,
) -> Act:  # fmt: skip
    """One line of the table. Its scope is what stands before the last dot of its id."""
    scope, _, name = id.rpartition(".")
    return Act(id, tuple(keys.split()), label, tooltip, action or name, scope, shown, palette, priority)


def allowed(act: Act) -> bool:
    """Return True if an action works while the desk is turned to a day."""
    return act.scope in _ALLOWED_SCOPES or act.id in _ALLOWED
