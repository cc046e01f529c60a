"""`desk export`: quotes as far as they may leave, or with --private everything."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

from desk import locations
from desk.app.reporter import house_style
from desk.cli import STOPPED
from desk.cli.context import Context
from desk.cli.printing import done, put
from desk.model.errors import InputError, StorageError

_BY_ENDING = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".csv": "csv"}


def run(args: argparse.Namespace) -> int:
    """Write the export to a new file, or to standard output. It can be stopped at any moment."""
    context = Context(args)
    for number in (signal.SIGTERM, *_HANGUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as with nohup
            signal.signal(number, _ended)
    try:
        return _private(context) if args.private else _gated(context)
    except KeyboardInterrupt:
        what = f"{args.file} was not written" if args.file != "-" else "what was written is not the whole"
        context.remark(f"stopped; {what}.")
        return STOPPED


_HANGUP = (signal.SIGHUP,) if sys.platform != "win32" else ()


#: The signal by which this was told to end; 0 while it was not.
_told_to_end = 0


def _ended(number: int, _: FrameType | None) -> NoReturn:
    """Ended from outside: what is half written is taken away on the way out."""
    global _told_to_end
    _told_to_end = number
    raise SystemExit(128 + number)


def _heeded(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, as long as nobody ended this. Where the signal came while Python tidied up, what it raised was lost."""
    for piece in pieces:
        if _told_to_end:
            break
        yield piece
    if _told_to_end:
        raise SystemExit(128 + _told_to_end)


def _private(context: Context) -> int:
    from desk.formats.native.native_export import private_text

    if context.args.file == "-":
        raise InputError(
            "the private export is written to a file that only you can read", remedy="desk export --private FILE"
        )
    target = Path(context.args.file).expanduser()
    with context.store() as store:
        folder = store.evidence.folder if any(one.sha256 for one in store.sources.all()) else None
        meter = _Meter("rows")
        try:
            _write(target, private_text(store, progress=lambda done: meter.tell(done, 0)), private=True)
        finally:
            meter.end()
    done(f"the private export is written: {target}")
    if context.args.json:
        context.json({"file": context.safe(str(target)), "private": True})
    context.remark(
        f"{target} holds everything, confidential names too, and only you can read it. "
        "Earlier versions of rows are not in it, and its checks stand on another desk as reported by the file: "
        "desk backup keeps both."
        + (f" Nor are the kept copies of sources: take the folder {folder} along." if folder is not None else "")
    )
    return 0


def _gated(context: Context) -> int:
    from desk.app.export import FileFormat, Left, export_text

    target = None if context.args.file == "-" else Path(context.args.file).expanduser()
    ending = _BY_ENDING.get(target.suffix.lower(), "") if target is not None else ""
    chosen = FileFormat(context.args.format or ending or "json")
    left = Left(naming=context.config.labels.of)
    with context.store() as store:
        seen = sys.stdout is not None and sys.stdout.isatty()
        meter = _Meter("quotes", beside=target is not None or not seen)
        text = export_text(
            store, chosen, now=store.gate_clock(), house=house_style(context), left=left, progress=meter.tell
        )
        try:
            if target is None:
                for piece in _heeded(text):
                    put(piece)
            else:
                _write(target, text, private=False)
        finally:
            meter.end()
    if target is not None:
        done(f"the export is written: {target}")
        if context.args.json:
            context.json({"file": context.safe(str(target)), "format": chosen.value, "left_out": str(left)})
    context.remark(str(left))
    return 0


def _write(target: Path, pieces: Iterable[str], *, private: bool) -> None:
    """Write a new file, whole or not at all."""
    locations.check_file(target)
    if target.exists():
        raise _there_already(target)
    # Under another name until it is whole: also a kill leaves nothing that looks like an export.
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, locations.PRIVATE_FILE)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as out:
            part.chmod(locations.PRIVATE_FILE)
            out.writelines(_heeded(pieces))
            out.flush()
            os.fsync(out.fileno())
        if not private:
            part.chmod(0o666 & ~_umask())
        _name_it(part, target)
    except OSError as error:
        raise _unwritten(target, error) from error
    finally:
        part.unlink(missing_ok=True)


def _name_it(part: Path, target: Path) -> None:
    """Give the whole file its name, writing over nothing that came there meanwhile."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise _there_already(target) from None
    except OSError:
        # A disk without links.
        if target.exists():
            raise _there_already(target) from None
        part.rename(target)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _there_already(target: Path) -> StorageError:
    return StorageError("there is such a file already; it was left as it is", where=str(target), remedy="Name another.")


def _unwritten(target: Path, error: OSError) -> StorageError:
    return StorageError(f"it cannot be written: {error.strerror or error}", where=str(target), remedy="Name another.")


class _Meter:
    """Progress on standard error, where somebody looks at it and the output itself is elsewhere (`beside`)."""

    def __init__(self, what: str, *, beside: bool = True) -> None:
        self._what = what
        self._on = beside and sys.stderr.isatty()
        self._last = time.monotonic()
        self._shown = False

    def tell(self, done: int, whole: int) -> None:
        if not self._on or time.monotonic() - self._last < 0.2:
            return
        self._last, self._shown = time.monotonic(), True
        of = f" of {whole:,}" if whole else ""
        sys.stderr.write(f"\r{done:,}{of} {self._what} · ctrl+c stops\x1b[K")
        sys.stderr.flush()

    def end(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
