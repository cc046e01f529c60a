"""What the reporter waits for, beside what bare Textual costs in the same run: `python -m tests.bench.desk`.

Machines are noisy, so the runs alternate and the figures are ratios. Three questions, on a file of 10,000 quotes:
how long from start to a painted row of the quotes (and `desk status` beside it); how long until a key in the search
line is answered on screen; the same while an import runs.
"""

from __future__ import annotations

import argparse
import compileall
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.store.store import Store
from tests.bench.terminal import Terminal, percentile

DESK = [sys.executable, "-m", "desk"]
BARE = [sys.executable, "-m", "tests.bench.bare"]
#: Ordinary words for a bank that nobody has to download; the newest quote is the one looked for on screen.
WORDS = (
    "we will not accept a deal that is fair to our members until the studios come back with pay health pension".split()
)
NEWEST = "Zanzibar"
TYPED = ["fair deal", "health pension", "studios accept", "members until"]


def bank(path: Path, size: int) -> None:
    """A JSON Lines file of made-up quotes."""
    chance = random.Random(20260214)
    with path.open("w", encoding="utf-8") as out:
        for number in range(size):
            words = " ".join(chance.choice(WORDS) + chance.choice(["", "", "s", "ing"]) for _ in range(30))
            out.write(json.dumps({"text": f"{words} {number}", "speaker": f"Speaker {number % 300}"}) + "\n")
        out.write(json.dumps({"text": f"{NEWEST} is where the talks go next", "speaker": "Speaker 1"}) + "\n")


def filed(file: Path, quotes: Path | None) -> list[str]:
    """A desk's file with these quotes and their index, whose reporter is known; the command that opens it."""
    desk = [*DESK, "--db", str(file)]
    with Store.open(file) as store:
        store.settings.put("reporter", "Ann Lee")
    if quotes is not None:
        subprocess.run([*desk, "import", str(quotes), "--rule", "on_record"], check=True, capture_output=True)
    return desk


def start(argv: list[str], seen: str) -> float:
    with Terminal(argv) as terminal:
        return terminal.until(seen) - terminal.started


def keys(terminal: Terminal, rounds: int) -> Iterator[float]:
    """Seconds from each key to the end of what it changed on the screen."""
    for number in range(rounds):
        typed = TYPED[number % len(TYPED)]
        for key in typed:
            pressed = terminal.press(key)
            answered = terminal.answered()
            if answered is not None:
                yield answered - pressed
        for _ in typed:
            terminal.press("\x7f")
            terminal.answered()


@contextmanager
def importing(desk: list[str], quotes: Path) -> Iterator[None]:
    process = subprocess.Popen([*desk, "import", str(quotes)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotes", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9, help="starts of each program")
    parser.add_argument("--rounds", type=int, default=8, help="queries typed into each program")
    options = parser.parse_args()
    # An installed program is compiled, and Textual here is; a checkout is not where Python may not write beside it.
    for folder in ("desk", "tests/bench"):
        compileall.compile_dir(folder, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        bank(place / "bank.jsonl", options.quotes)
        bank(place / "more.jsonl", 200_000)
        desk = filed(place / "talks.db", place / "bank.jsonl")
        measure(desk, place / "more.jsonl", options.runs, options.rounds)


def measure(desk: list[str], more: Path, runs: int, rounds: int) -> None:
    ours, theirs, status = [], [], []
    for _ in range(runs):
        theirs.append(start(BARE, "row 3"))
        ours.append(start(desk, NEWEST))
        began = time.perf_counter()
        subprocess.run([*desk, "status"], check=True, stdout=subprocess.DEVNULL)
        status.append(time.perf_counter() - began)
    painted, bare, told = (statistics.median(times) for times in (ours, theirs, status))
    print(
        f"start to the first quote      {painted * 1e3:7.0f} ms   {painted / bare:5.2f} × bare Textual ({bare * 1e3:.0f} ms)"
    )
    print(f"desk status                   {told * 1e3:7.0f} ms   {told / painted:5.2f} × the desk's start")
    with Terminal(BARE) as bare_terminal, Terminal(desk) as terminal:
        bare_terminal.until("row 3")
        terminal.until(NEWEST)
        terminal.settle()
        terminal.press("/")
        terminal.settle()
        yardstick, answered = [], []
        for _ in range(rounds):
            yardstick += keys(bare_terminal, 1)
            answered += keys(terminal, 1)
        report("a key in the search line", answered, yardstick)
        with importing(desk, more):
            time.sleep(2)
            report("the same while an import runs", list(keys(terminal, rounds)), yardstick)


def report(what: str, ours: list[float], theirs: list[float]) -> None:
    mine, bare = percentile(ours, 0.95), percentile(theirs, 0.95)
    print(f"{what:30}{mine * 1e3:7.1f} ms   {mine / bare:5.2f} × bare Textual ({bare * 1e3:.1f} ms), 95th percentile")


if __name__ == "__main__":
    main()
