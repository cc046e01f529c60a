"""The desk's search beside what one would write first, in one run:

    python -m tests.bench.search DATA/quotes.jsonl [--size 100k] [--queries FILE.jsonl.gz]

DATA/quotes.jsonl holds a quote a line (id, text, speaker, org, venue, tags, date, status). Without a file of queries
({"q", "id"} a line) some are made: a few words of a quote, misspelt. Peers answer fewer queries than the desk, as they
take longer; all take turns, so that a busy machine is busy for each of them. fzf is measured where it is installed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from rapidfuzz import fuzz, process

from desk.model.wording.tokens import terms
from desk.search.bank import Bank
from tests.bench.judge import document

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Peer:
    """A way to search, how many queries it is asked, and what came of it."""

    name: str
    search: Callable[[str], Iterable[int]]
    asked: int
    times: list[float] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)

    def ask(self, query: str, right: int) -> None:
        """One query, timed."""
        began = time.perf_counter()
        best = next(iter(self.search(query)), None)
        self.times.append((time.perf_counter() - began) * 1e3)
        self.first.append(best == right)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="The desk's search beside its peers.")
    parser.add_argument("quotes", type=Path)
    parser.add_argument("--size", choices=SIZES, default="100k")
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--asked", type=int, default=200, help="queries for the desk; peers get fewer")
    options = parser.parse_args()

    with options.quotes.open(encoding="utf-8") as lines:
        quotes = [json.loads(line) for line in islice(lines, SIZES[options.size])]
    chance = random.Random(11)
    chance.shuffle(quotes)
    ids = [quote["id"] for quote in quotes]
    texts = [quote["text"].lower().replace("\n", " ") for quote in quotes]
    queries = list(_read(options.queries) if options.queries else _remembered(chance, ids, texts, options.asked))
    chance.shuffle(queries)

    documents = [document(quote) for quote in quotes]
    began = time.perf_counter()
    bank = Bank(documents)
    built = time.perf_counter() - began
    block = bank.snapshot()
    began = time.perf_counter()
    Bank.from_snapshot(block)
    loaded = time.perf_counter() - began
    del documents, quotes

    peers = [
        Peer("the desk", lambda query: bank.search(query).ids, options.asked),
        Peer("FTS5 porter, prefix, OR, bm25", _fts5(ids, texts), options.asked // 4),
        Peer("rapidfuzz partial_ratio", _scan(ids, texts, fuzz.partial_ratio), max(options.asked // 10, 5)),
        Peer("rapidfuzz WRatio", _scan(ids, texts, fuzz.WRatio), max(options.asked // 20, 5)),
    ]
    if shutil.which("fzf"):
        peers.append(Peer("fzf --filter", _fzf(ids, texts), max(options.asked // 10, 5)))
    _take_turns(peers, queries[: options.asked])
    keys = _keystrokes(bank, [query for query, _ in queries[:60]])

    print(f"\n{len(ids):,} quotes; index built in {built:.2f} s ({len(ids) / built:,.0f} quotes a second), ", end="")
    print(f"snapshot {len(block) / 1e6:.0f} MB read in {loaded * 1e3:.0f} ms")
    print(f"a keystroke: median {_part(keys, 50):.1f} ms, 95th percentile {_part(keys, 95):.1f}, ", end="")
    print(f"99th {_part(keys, 99):.1f} ({len(keys)} keystrokes)\n")
    print("| | queries | right quote first | ms, median | ms, 95th percentile | times the desk's median |")
    print("|---|---|---|---|---|---|")
    ours = statistics.median(peers[0].times)
    for peer in peers:
        median = statistics.median(peer.times)
        print(
            f"| {peer.name} | {len(peer.times)} | {statistics.mean(peer.first):.2f} | {median:,.1f} "
            f"| {_part(peer.times, 95):,.1f} | {median / ours:,.1f} |"
        )
    scan = next(peer for peer in peers if peer.name == "rapidfuzz partial_ratio")
    print(f"\nthe scan by partial_ratio takes {statistics.median(scan.times) / _part(keys, 95):,.0f} times", end=" ")
    print("a keystroke's 95th percentile")


def _take_turns(peers: Sequence[Peer], queries: Sequence[tuple[str, int]]) -> None:
    for peer in peers:
        peer.search("warm up")
    for number, (query, right) in enumerate(queries):
        for peer in peers:
            if number * peer.asked // len(queries) != (number + 1) * peer.asked // len(queries):
                peer.ask(query, right)


def _keystrokes(bank: Bank, queries: Sequence[str]) -> list[float]:
    """The times of every prefix of the queries from two letters on, as they are typed."""
    times = []
    for query in queries:
        for end in range(2, len(query) + 1):
            began = time.perf_counter()
            bank.search(query[:end])
            times.append((time.perf_counter() - began) * 1e3)
    return times


def _read(path: Path) -> Iterable[tuple[str, int]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row.get("kind") != "keys":
                yield row["q"], row["id"]


def _remembered(
    chance: random.Random, ids: Sequence[int], texts: Sequence[str], wanted: int
) -> Iterable[tuple[str, int]]:
    """Four to six words of a quote, two of them misspelt, sometimes out of order."""
    while wanted:
        place = chance.randrange(len(ids))
        words = terms(texts[place])
        if len(words) < 8:
            continue
        size = chance.randint(4, 6)
        start = chance.randrange(len(words) - size)
        some = words[start : start + size]
        for number in sorted(range(size), key=lambda number: -len(some[number]))[:2]:
            some[number] = _misspelt(chance, some[number])
        if chance.random() < 0.3:
            chance.shuffle(some)
        wanted -= 1
        yield " ".join(some), ids[place]


def _misspelt(chance: random.Random, word: str) -> str:
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + chance.choice(LETTERS) + word[at + 1 :],
        word[:at] + chance.choice(LETTERS) + word[at:],
    )
    return chance.choice(slips)


def _scan(ids: Sequence[int], texts: Sequence[str], scorer: Callable[..., float]) -> Callable[[str], Iterable[int]]:
    return lambda query: [ids[place] for _, _, place in process.extract(query, texts, scorer=scorer, limit=10)]


def _fts5(ids: Sequence[int], texts: Sequence[str]) -> Callable[[str], Iterable[int]]:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE quotes USING fts5(text, tokenize = 'porter unicode61', prefix = '2 3')")
    base.executemany("INSERT INTO quotes (rowid, text) VALUES (?, ?)", zip(ids, texts, strict=True))

    def search(query: str) -> Iterable[int]:
        wanted = " OR ".join(f'"{term}"*' for term in terms(query))
        found = base.execute("SELECT rowid FROM quotes WHERE quotes MATCH ? ORDER BY bm25(quotes) LIMIT 10", (wanted,))
        return [row[0] for row in found]

    return search


def _fzf(ids: Sequence[int], texts: Sequence[str]) -> Callable[[str], Iterable[int]]:
    lines = "\n".join(f"{number}\t{text}" for number, text in zip(ids, texts, strict=True)).encode()

    def search(query: str) -> Iterable[int]:
        command = ["fzf", "--delimiter=\t", "--nth=2", f"--filter={query}"]
        found = subprocess.run(command, input=lines, capture_output=True, check=False).stdout
        return [int(line.split(b"\t", 1)[0]) for line in found.splitlines()[:10]]

    return search


def _part(times: Sequence[float], part: int) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(part / 100 * (len(ordered) - 1)))]


if __name__ == "__main__":
    main()
