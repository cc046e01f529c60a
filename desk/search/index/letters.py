"""Cheap stand-ins for words: which letters one has, and a number for its root."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

#: Words whose letters are kept: the few quotes that are new are read anew at each that is added.
_REMEMBERED = 1 << 13


@lru_cache(_REMEMBERED)
def letter_mask(word: str) -> int:
    """A bit for each letter of a word; digits and letters beyond a to z share the other bits.

    Words within n edits differ in at most n letters each way, so most of a vocabulary is thrown out by this alone.
    """
    mask = 0
    for letter in word:
        code = ord(letter)
        mask |= 1 << (code - 97 if 97 <= code <= 122 else 26 + code % 6)
    return mask


def letter_masks(words: Sequence[str]) -> NDArray[np.uint32]:
    """The masks of many words."""
    return np.array([letter_mask(word) for word in words], np.uint32)


def root_hash(root: str) -> int:
    """The same number for a root in every process. Two roots that share one cost a weak wrong guess, no more."""
    return zlib.crc32(root.encode("utf-8", "surrogatepass"))
