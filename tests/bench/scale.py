"""What a large bank costs beside a small one, in the running desk: `python -m tests.bench.scale [QUOTES.jsonl]`.

For each size, in turns: from start to the first answer of a search, a key to the painted list, the longest time that the
screen's loop was held up while somebody typed, memory above a desk without quotes. QUOTES.jsonl holds a quote a line;
without it the bank is made up of ordinary words.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from textual import events

from desk.config.settings import Config
from desk.store.store import Store
from desk.ui.app import DeskApp
from tests.bench.desk import DESK, bank, filed, keys
from tests.bench.terminal import Terminal, percentile

#: The oldest quote of each bank is found by a word that is typed otherwise than it stands there.
OLDEST, TYPED = "Timbuktu", "timbuktoo"
QUERIES = ("the peple of the", "a fair deal", "our mebers", "what we beleive", "health care", "no more war", "jobs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quotes", type=Path, nargs="?")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--runs", type=int, default=5, help="starts at each size")
    parser.add_argument("--rounds", type=int, default=6, help="queries typed at each size")
    options = parser.parse_args()
    for folder in ("desk", "tests/bench"):
        compileall.compile_dir(folder, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        files = [made(Path(folder), size, options.quotes) for size in (0, *options.sizes)]
        starts: list[list[float]] = [[] for _ in files]
        memory: list[list[int]] = [[] for _ in files]
        answers: list[list[float]] = [[] for _ in files]
        for _ in range(options.runs):
            for file, times in list(zip(files, starts, strict=True))[1:]:
                times.append(first_answer(file))
        for file, bytes_, times in zip(files, memory, answers, strict=True):
            with Terminal([*DESK, "--db", str(file)]) as terminal:
                terminal.settle(6)
                terminal.press("/")
                terminal.settle(1)
                times += keys(terminal, options.rounds)
                bytes_.append(terminal.memory())
        held = [[held_up(file) for _ in range(options.runs)] for file in files]
    for number, size in enumerate(options.sizes, 1):
        start, answered = statistics.median(starts[number]), percentile(answers[number], 0.95)
        print(f"{size:,} quotes")
        print(f"  start to the first answer  {start * 1e3:7.0f} ms  {start / statistics.median(starts[1]):5.2f} ×")
        print(
            f"  a key to the painted list  {answered * 1e3:7.1f} ms  {answered / percentile(answers[1], 0.95):5.2f} ×"
        )
        longest, without = statistics.median(held[number]), statistics.median(held[0])
        print(f"  the loop held, at most     {longest * 1e3:7.1f} ms  without quotes {without * 1e3:.1f}")
        print(f"  memory above no quotes     {(memory[number][0] - memory[0][0]) / 2**20:7.0f} MB")


def made(folder: Path, size: int, quotes: Path | None) -> Path:
    """A desk's file with so many quotes, and its index."""
    file, lines = folder / f"{size}.db", folder / f"{size}.jsonl"
    if not size:
        filed(file, None)
        return file
    if quotes is None:
        bank(lines, size - 1)
    else:
        with quotes.open(encoding="utf-8") as given:
            lines.write_text("".join(islice(given, size - 1)), encoding="utf-8")
    oldest = json.dumps({"text": f"{OLDEST} is where the talks go next", "speaker": "Speaker 1"})
    lines.write_text(f"{oldest}\n{lines.read_text(encoding='utf-8')}", encoding="utf-8")
    filed(file, lines)
    return file


def first_answer(file: Path) -> float:
    """Seconds from the start until what was typed at once is answered."""
    with Terminal([*DESK, "--db", str(file)]) as terminal:
        terminal.until("Quotes")
        terminal.press(f"/{TYPED}")
        return terminal.until(OLDEST) - terminal.started


def held_up(file: Path) -> float:
    """Seconds that the screen's loop was held up at most, in a process that has done nothing else, as the desk's is."""
    code = (
        "import asyncio, pathlib, sys; from tests.bench.scale import longest_held; "
        "print(asyncio.run(longest_held(pathlib.Path(sys.argv[1]))))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(file)], check=True, capture_output=True, text=True)
    return float(run.stdout)


async def longest_held(file: Path) -> float:
    """Seconds that the screen's loop was held up at most while queries were typed at ten keys a second."""
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - began - 0.001)

    gc.disable()  # as the command does that opens the desk
    with Store.open(file) as store:
        app = DeskApp(store, Config())
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(4)  # what is loaded after the start is loaded
            await pilot.press("slash")
            watching = asyncio.create_task(watch())
            for key in typed():
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await asyncio.sleep(0.1)
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
    return longest


def typed(queries: Sequence[str] = QUERIES) -> Iterator[str]:
    """The keys of some queries, each taken back letter by letter."""
    for query in queries:
        yield from ("space" if letter == " " else letter for letter in query)
        yield from ["backspace"] * len(query)


if __name__ == "__main__":
    main()
