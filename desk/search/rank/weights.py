"""The constants of the ranking, in one place."""

from __future__ import annotations

from desk.model.frozen import frozen


@frozen(kw_only=True)
class Weights:
    """The constants of the ranking. Measured on known-item queries; see `tests/bench`."""

    doubt: float = 0.15  # a word's weight is log(1 + chance / (doubt * how often it is seen))
    beside: float = 1.1  # of the lesser weight of two words, when they stand side by side as typed
    scattered: float = 0.1  # what a pair side by side keeps of that where no other pair is
    near: float = 0.25  # the same for words up to three apart, or side by side the other way round
    length: float = 0.375  # taken off for each word typed and each doubling of the quote's words
    settle: float = 0.075  # a point of `partial_ratio`, for the first few
    in_order: float = 0.7  # for each two words that stand in the order typed
    settled: int = 16
    budget: int = 60_000  # rows read from the lists of words
    paired: int = 5  # readings of a word that are looked up side by side with those of the next
    pair_budget: int = 30_000  # rows read from the lists of pairs
    pair_share: float = 0.3  # of the worth of a pair, what standing side by side is worth
    candidates: int = 350  # rows that are read word by word
    kept: float = 0.6  # candidates have at least this part of the best one's first score
    least: float = 0.4  # hits have at least this part of what the words of the best one weigh


WEIGHTS = Weights()
