"""Half of a large bank, read by a process of its own: two halves are read at once where there are two processors.

Reading is Python's work, and of that a process does one thing at a time. What is read comes back through a pipe as the
bytes of a snapshot, so that no word of it is ever in a file.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from desk.model.errors import StorageError
from desk.search.documents import Documents
from desk.search.index.build import build
from desk.search.index.index import Index
from desk.search.index.snapshot import dump, load
from desk.store.store import Store


class HalfIndex:
    """Reads the quotes above an id, from now on; a context manager, at whose end the process is gone."""

    def __init__(self, path: Path, *, after: int) -> None:
        # Where the desk is imported from is not always where a new Python looks.
        paths = (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", ""))
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in paths if one)}
        self._process: subprocess.Popen[bytes] | None
        try:
            self._process = subprocess.Popen(
                (sys.executable, "-P", "-m", __name__, str(path.absolute()), str(after)),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=env,
            )
        except OSError:
            self._process = None

    def __enter__(self) -> HalfIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()
            with self._process:  # which closes the pipe and waits
                pass

    def index(self) -> Index | None:
        """The index of that half, as soon as it is made; None where the process could not make it."""
        if self._process is None:
            return None
        data, _ = self._process.communicate()
        if self._process.returncode:
            return None
        try:
            return load(data)[0]
        except StorageError:
            return None


def main() -> None:
    """The process: read, make the index, hand it over to whoever started it: to a pipe, never a terminal or a file."""
    if not stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode):
        sys.exit(1)
    path, after = sys.argv[1:]
    with Store.open(Path(path), read_only=True) as store:
        index = build(Documents(store).of(after=int(after)))
    for part in dump(index):
        sys.stdout.buffer.write(part)


if __name__ == "__main__":
    main()
