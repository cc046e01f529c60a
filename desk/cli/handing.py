"""`desk export`: quotes as far as they may leave, or with --private everything."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from desk import locations
from desk.cli.context import Context
from desk.cli.house import house_of
from desk.cli.printing import done, put
from desk.model.errors import InputError, StorageError
from desk.store.store import machine_clock

_BY_ENDING = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".csv": "csv"}


def run(args: argparse.Namespace) -> int:
    """Write the export to a new file, or to standard output."""
    context = Context(args)
    return _private(context) if args.private else _gated(context)


def _private(context: Context) -> int:
    from desk.output.private import private_text

    if context.args.file == "-":
        raise InputError(
            "the private export is written to a file that only you can read", remedy="desk export --private FILE"
        )
    target = Path(context.args.file).expanduser()
    with context.store() as store:
        meter = _Meter("rows")
        try:
            _write(target, private_text(store, progress=lambda done: meter.tell(done, 0)), private=True)
        finally:
            meter.end()
    done(f"the private export is written: {target}")
    if context.args.json:
        context.json({"file": str(target), "private": True})
    context.remark(
        f"{target} holds everything, confidential names too, and only you can read it. "
        "Earlier versions of rows are not in it: desk backup keeps those."
    )
    return 0


def _gated(context: Context) -> int:
    from desk.output.export import FileFormat, Left, export_text

    target = None if context.args.file == "-" else Path(context.args.file).expanduser()
    ending = _BY_ENDING.get(target.suffix.lower(), "") if target is not None else ""
    chosen = FileFormat(context.args.format or ending or "json")
    left = Left()
    with context.store() as store:
        meter = _Meter("quotes")
        text = export_text(store, chosen, now=machine_clock(), house=house_of(context), left=left, progress=meter.tell)
        try:
            if target is None:
                for piece in text:
                    put(piece)
            else:
                _write(target, text, private=False)
        finally:
            meter.end()
    if target is not None:
        done(f"the export is written: {target}")
        if context.args.json:
            context.json({"file": str(target), "format": chosen.value, "left_out": str(left)})
    context.remark(str(left))
    return 0


def _write(target: Path, pieces: Iterable[str], *, private: bool) -> None:
    """Write a new file, whole or not at all."""
    locations.check_file(target)
    mode = locations.PRIVATE_FILE if private else 0o666
    try:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        raise StorageError(
            "there is such a file already; it was left as it is", where=str(target), remedy="Name another."
        ) from None
    except OSError as error:
        raise _unwritten(target, error) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as out:
            if private:
                target.chmod(mode)
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritten(target, error) from error
        raise


def _unwritten(target: Path, error: OSError) -> StorageError:
    return StorageError(f"it cannot be written: {error.strerror or error}", where=str(target), remedy="Name another.")


class _Meter:
    """Progress on standard error, where somebody looks at it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._on = sys.stderr.isatty()
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
