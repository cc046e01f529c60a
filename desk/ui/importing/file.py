"""Importing a file: it comes in beneath the work, and the form it was named in looks at how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk.app.importing.files import Imported, Options, Progress, import_file
from desk.formats.papers.textfile import sure_text_of
from desk.model.errors import InputError
from desk.ui.importing.bringing import Bringing, Watcher

if TYPE_CHECKING:
    from desk.ui.importing.parts import ImportForm

#: A file of words is read into the form up to this size; longer ones are no statement.
_MOST = 1024 * 1024


class FileImport:
    """The import of a file as its form sees it. One file comes in at a time: a form is busy while any does."""

    def __init__(self, form: ImportForm) -> None:
        self._form = form

    @property
    def under_way(self) -> Bringing | None:
        """The file that is coming in, if one is: this form's, or that of a form that was left meanwhile."""
        return self._form.desk.bringing

    def take(self, path: Path, source: str) -> None:
        """Bring a file in; what it has no source for is from `source`. One of nothing but words fills the form."""
        form = self._form
        store, keeper = form.session.store, form.keeper

        def work(path: Path, progress: Progress) -> Imported | str:
            try:
                done = import_file(store, path, Options(source=source), progress=progress)
            except InputError as error:
                if "no such format" in error.what and path.stat().st_size <= _MOST:
                    return sure_text_of(path.read_bytes())
                raise
            keeper.forget()
            return done

        desk = form.desk

        def ended() -> None:
            desk.bringing = None

        desk.bringing = bringing = Bringing(desk, path, ended)
        self._watch(bringing)
        bringing.start(work)

    def look(self) -> None:
        """Look at the file that is coming in, where one is."""
        if self.under_way is not None:
            self._watch(self.under_way)

    def look_away(self) -> None:
        """Look at it no more; it goes on coming in."""
        if self.under_way is not None:
            self.under_way.watcher = None

    def stop(self) -> None:
        """Have it stopped and taken back."""
        if self.under_way is not None:
            self.under_way.stop()
            self._tell(self.under_way.words)

    def _watch(self, bringing: Bringing) -> None:
        self._form.busy = True
        bringing.watcher = Watcher(self._tell, self._taken, self._form.failed)
        self._tell(bringing.words)

    def _tell(self, words: str) -> None:
        key = self._form.desk.key_of
        self._form.say(f"{words}. {key('import.leave')} works on meanwhile, {key('import.forget')} stops it.")

    def _taken(self, done: Imported | str) -> None:
        form = self._form
        form.busy = False
        if isinstance(done, str):
            form.field("text").value = done
            key = form.desk.key_of("import.take")
            form.say(f"The words of the file. Say who speaks in them; {key} keeps the quotes.")
            return
        form.taken()
