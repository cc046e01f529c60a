"""What an action of the desk is, for the one table of them in `desk.ui.keys`."""

from __future__ import annotations

from desk.model.frozen import frozen


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
