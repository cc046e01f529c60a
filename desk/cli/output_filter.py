"""What commands print goes out through the same door as everything else: searched for secret names.

What the desk tells of the talks is left out whole where a name is in it (`OutputFilter.text`). A sentence of a command's own, such
as an error or a remark, is said with the name left out (`hide_names`), since it says what to do.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from desk.app.confidential import confidential_names
from desk.app.release import release_text
from desk.app.session import Store
from desk.model.errors import DeskError
from desk.model.names.names import A_NAME, Names
from desk.model.released import Released

#: Stands for a text that has a confidential name in it.
LEFT_OUT = "[left out: a confidential name]"
#: A word that was cut: three letters of it and more tell which it is.
_CUT = re.compile(r"([^\W\d_]{3,})…")


class OutputFilter:
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


def without_names(sentence: str, store: Store) -> str:
    """A sentence of a command's own with what stands for a name in its place."""
    names = confidential_names(store)
    sentence = names.masked(sentence)
    for code in store.hidden.all().codes:
        sentence = re.sub(rf"(?<![\w-]){re.escape(code)}(?![\w-])", A_NAME, sentence, flags=re.IGNORECASE)
    sentence = _CUT.sub(lambda cut: A_NAME + "…" if _begins_a_name(cut[1], store) else cut[0], sentence)
    # What is found only in the whole of it has no place of its own.
    answer = release_text(sentence, way="said", names=names)
    return sentence if isinstance(answer, Released) else LEFT_OUT


def _begins_a_name(cut: str, store: Store) -> bool:
    """Return True if what is left of a word that was cut for want of room is the beginning of a hidden name's word."""
    hidden = store.hidden.all()
    called = (*hidden.people, *hidden.bound, *hidden.unset)
    return any(word.startswith(cut.casefold()) for name in called for word in name.casefold().split())


def hide_names(sentence: str, file: Path) -> str:
    """The same, of a command that has no file open. Where the file cannot be read nothing is known to be hidden."""
    if not file.is_file():
        return sentence
    try:
        with Store.open(file, read_only=True) as store:
            return without_names(sentence, store)
    except (DeskError, OSError):
        return sentence
