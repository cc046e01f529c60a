"""`desk backup`, `desk restore`, `desk where`, `desk config`: where things are, and keeping them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from desk import locations
from desk.cli.context import Context
from desk.cli.printing import done
from desk.model.errors import StorageError


def run(args: argparse.Namespace) -> int:
    """Run one of them."""
    context = Context(args)
    {"backup": _backup, "restore": _restore, "where": _where, "config": _config}[args.command](context)
    return 0


def _target(context: Context) -> Path:
    return Path(os.path.abspath(Path(context.args.file).expanduser()))


def _backup(context: Context) -> None:
    from desk.app.backup import write_backup

    target = _target(context)
    write_backup(context.locations, target)
    done(f"the backup is written: {target}")
    said = f"{target} holds everything, confidential names too, and only you can read it. It was checked."
    _say(context, {"file": str(target), "checked": True}, said)


def _restore(context: Context) -> None:
    from desk.app.backup import restore_backup

    place = context.locations
    kept = restore_backup(place, _target(context))
    done(f"{place.file} is as the backup has it")
    said = [f"{place.file} is as the backup has it."]
    if kept is not None:
        said.append(f"What was there before is kept as {kept}")
    _say(context, {"file": str(place.file), "kept": str(kept) if kept is not None else None}, *said)


def _say(context: Context, value: dict[str, Any], *lines: str) -> None:
    if context.args.json:
        context.json({key: context.safe(said) if isinstance(said, str) else said for key, said in value.items()})
    else:
        context.out(*map(context.safe, lines))


def _where(context: Context) -> None:
    place = context.locations
    places = {
        "file": place.file,
        "kept copies of sources": place.file.with_name(place.file.name + ".kept"),
        "config": place.config,
        "your themes": place.themes,
    }
    if context.args.json:
        context.json({name: str(path) if path else None for name, path in places.items()})
        return
    for name, path in places.items():
        there = "" if path is None or path.exists() else "  (not there yet)"
        context.out(f"{name:22}  {path or 'none: there is no home folder'}{there}")


def _config(context: Context) -> None:
    from desk.config.file import default_text
    from desk.ui.keys import config_actions

    place = context.locations.config
    if place is None:
        raise StorageError("there is no home folder to keep it in", remedy="Say where: set DESK_CONFIG.")
    if place.exists():
        from desk.cli.desk import checked_config

        for problem in checked_config(context.locations)[1]:
            context.remark(f"{place}: {problem}")
    locations.write_new(place, default_text(config_actions()))
    done(f"the config is written: {place}")
    said = f"{place} explains every setting; take away the # before one to change it."
    _say(context, {"file": str(place)}, said)
