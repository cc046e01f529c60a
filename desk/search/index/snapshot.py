"""An index as one block of bytes and back, so that a start reads instead of building. Bytes only: who keeps them, how
and where is the caller's matter; they hold every word of the bank, confidential ones too."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import fields

import numpy as np

from desk.model.errors import StorageError
from desk.search.index.index import Index

#: Changed with every change of what the arrays mean; a snapshot of another version is built anew, not read.
FORMAT = 2
_MAGIC = b"DESKINDX"
_HEAD = struct.Struct("<8sIIQ")  # magic, format, checksum of the rest, bytes of the manifest
_ALIGNED = 64
_ARRAYS = tuple(item.name for item in fields(Index) if item.init)


def dump(index: Index, stamp: str = "", part: int = 1 << 20) -> Iterator[bytes]:
    """An index as bytes, in parts of at most so many. `stamp` comes back with it.

    In parts, since copying all of a large bank in one step would keep every other thread waiting.
    """
    blocks = [np.frombuffer("\n".join(index.vocabulary).encode("utf-8", "surrogatepass"), np.uint8)]
    blocks += [np.ascontiguousarray(getattr(index, name)) for name in _ARRAYS]
    entries: list[tuple[str, str, int, int]] = []
    place = 0
    for name, block in zip(("vocabulary", *_ARRAYS), blocks, strict=True):
        entries.append((name, block.dtype.str, len(block), place))
        place += -(-block.nbytes // _ALIGNED) * _ALIGNED
    manifest = json.dumps({"stamp": stamp, "arrays": entries}).encode()
    manifest += b" " * (-(len(manifest) + _HEAD.size) % _ALIGNED)
    raws = [block.view(np.uint8).data for block in blocks]
    checksum = zlib.crc32(manifest)
    for raw in raws:
        checksum = zlib.crc32(bytes(-len(raw) % _ALIGNED), zlib.crc32(raw, checksum))
    yield _HEAD.pack(_MAGIC, FORMAT, checksum, len(manifest)) + manifest
    for raw in raws:
        for low in range(0, len(raw), part):
            yield bytes(raw[low : low + part])
        if len(raw) % _ALIGNED:
            yield bytes(-len(raw) % _ALIGNED)


def load(data: bytes | bytearray) -> tuple[Index, str]:
    """The index and its stamp. The arrays look into `data` and keep it; nothing is copied but the vocabulary.

    Raises StorageError when the bytes are cut, damaged or of another format: then build the index anew.
    """
    try:
        magic, version, checksum, size = _HEAD.unpack_from(data)
    except struct.error as error:
        raise _unreadable("is cut short") from error
    if magic != _MAGIC or version != FORMAT:
        raise _unreadable("is of another version")
    if zlib.crc32(memoryview(data)[_HEAD.size :]) != checksum:
        raise _unreadable("is damaged")
    manifest = json.loads(data[_HEAD.size : _HEAD.size + size])
    begin = _HEAD.size + size
    arrays = {
        name: np.frombuffer(data, np.dtype(kind), count, begin + place)
        for name, kind, count, place in manifest["arrays"]
    }
    block = arrays.pop("vocabulary").tobytes().decode("utf-8", "surrogatepass")
    return Index(terms=block, **arrays), manifest["stamp"]


def _unreadable(how: str) -> StorageError:
    return StorageError(f"The snapshot of the search index {how}", remedy="It is built anew from the quotes.")
