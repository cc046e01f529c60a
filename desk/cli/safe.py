"""What commands print about the talks goes out through the same door as everything else: searched for secret names."""

from __future__ import annotations

from typing import Any

from desk.output.confidential import confidential_names
from desk.output.names import Names
from desk.output.release import Released, release_text
from desk.store.store import Store

#: Stands for a text that has a confidential name in it.
LEFT_OUT = "[left out: a confidential name]"


class Door:
    """Lets text out by one registered way. Where there is no desk, no name is confidential."""

    def __init__(self, store: Store | None, way: str) -> None:
        self.names = confidential_names(store) if store is not None else Names()
        self.way = way

    def text(self, text: str) -> str:
        """The text, or what stands for it where it has a confidential name in it."""
        released = release_text(text, way=self.way, names=self.names)
        return released.text if isinstance(released, Released) else LEFT_OUT

    def value(self, value: Any) -> Any:
        """The same for every text within a JSON value."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {key: self.value(one) for key, one in value.items()}
        return value
