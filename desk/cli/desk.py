"""`desk` and `desk demo`: the full-screen desk."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from desk import locations, resources
from desk.app.session import Store
from desk.cli.context import Context, cut_short, moment
from desk.model.errors import RefusedError, StorageError

if TYPE_CHECKING:
    from desk.config.lines import Problem
    from desk.config.settings import Config

#: Less than this cannot show a pane.
LEAST_WIDTH, LEAST_HEIGHT = 40, 10


def run(args: argparse.Namespace) -> int:
    """Open the desk, or the demo."""
    see_terminal(os.environ)
    gc.disable()  # until the first paint, which it would hold up by a sixth; the app turns it on again
    _leave_the_network_out()
    context = Context(args)
    return _demo(context) if args.command == "demo" else _open(context)


def _leave_the_network_out() -> None:
    """Load asyncio, which Textual runs on, without TLS: the desk has no network, and TLS takes as long as ten modules."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]
        try:
            import asyncio  # noqa: F401  # without TLS it is whole but for TLS
        finally:
            del sys.modules["ssl"]


def see_terminal(environ: Mapping[str, str]) -> None:
    """Raise RefusedError where there is no screen to open on."""
    instead = "Without a screen there are desk status, desk due and desk search."
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise RefusedError("the desk opens on the screen of a terminal, and there is none", remedy=instead)
    term = environ.get("TERM", "")
    if os.name != "nt" and term in ("", "dumb", "unknown"):
        raise RefusedError(f"this terminal cannot show a screen (TERM is {term or 'not set'})", remedy=instead)
    width, height = shutil.get_terminal_size()
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        raise RefusedError(
            # No more than can be read in such a window.
            f"a window of {width}×{height} is too small",
            remedy=f"It needs {LEAST_WIDTH}×{LEAST_HEIGHT}.",
        )


def checked_config(place: locations.Locations) -> tuple[Config, tuple[Problem, ...]]:
    """The settings, with every name in them checked: of keys and of themes as well."""
    from desk.config.settings import Config

    if place.config is None or not place.config.exists():
        return Config(), ()
    from desk.config.file import load
    from desk.ui.keys import config_actions

    return load(
        place.config,
        actions=config_actions(),
        themes=resources.theme_names(place.themes),
    )


def _open(context: Context) -> int:
    from desk.app.session import SEE_DEMO
    from desk.ui.app import DeskApp
    from desk.ui.app import run as show

    place = context.locations
    locations.prepare(place)
    locations.insist_on_writing(place.file)
    remark = locations.made_private(place.file)
    config, problems = checked_config(place)
    with Store.open(place.file, clock=context.clock, via="desk") as store:
        context.set_clock(store)
        remarks = [remark, *(f"{cut_short(label)}." for label in store.taken_back)]
        said = "\n".join(one for one in remarks if one)
        app = DeskApp(store, config, clock=context.clock, locations=place, problems=problems, remark=said)
        code = show(app)
        if code == 0 and app.session.keep_search is not None and place.file.exists():
            _keep(app.session.keep_search)
    if code != SEE_DEMO:
        return code
    return _demo(context)


def _keep(search: Callable[[], object]) -> None:
    """Keep what the next start would have to read anew, now that nobody waits for the desk; ctrl+c leaves it out."""
    shown = sys.stderr.isatty()
    if shown:
        sys.stderr.write("keeping the index over the quotes; ctrl+c leaves that to the next start\x1b[K\r")
        sys.stderr.flush()
    with contextlib.suppress(KeyboardInterrupt, StorageError):
        search()
    if shown:
        sys.stderr.write("\x1b[K")


def _end_on_signals() -> None:
    """Have a closed terminal, or whoever ends this process, end it in order, so that nothing is left behind."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def _demo(context: Context) -> int:
    """The demo talks as their reporter had logged them by the demo's clock, in a folder that goes away with the desk."""
    from desk.app.importing import demo
    from desk.ui.app import DeskApp
    from desk.ui.app import run as show

    now = moment(context.now_text, demo.ZONE) if context.now_text else demo.starts_at()
    _end_on_signals()
    with tempfile.TemporaryDirectory(prefix="desk-demo-") as folder:
        file = Path(folder) / locations.FILE_NAME
        context.clock.start_at(now)
        with Store.open(file, clock=context.clock, gate_clock=context.clock, via="demo") as store:
            demo.load_demo(store, until=now)
        place = locations.locate(os.environ, db=str(file))
        config, problems = checked_config(place)
        config = replace(config, reporter=replace(config.reporter, name="", zone=demo.ZONE))
        # Opened anew, so that what is done in the demo can be undone, and the demo itself cannot.
        with Store.open(file, clock=context.clock, gate_clock=context.clock) as store:
            return show(DeskApp(store, config, clock=context.clock, demo=True, locations=place, problems=problems))
