"""The draft's file: what is read, what is refused in words, and where a place in it is."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from desk.app.drafts.file import LARGEST, Draft, read_draft, read_stream
from desk.model.errors import InputError


@pytest.mark.parametrize(
    ("held", "what"),
    [
        (b"\x00\x01\x02", "no text"),
        (b"PK\x03\x04 a document", "no text"),
        (b"%PDF-1.7", "no text"),
        ("Text.".encode("utf-16"), "UTF-16"),
        (b"one\ntwo \x93three\x94\n", "not UTF-8: see line 2"),
        (b"x" * (LARGEST + 1), "longer than a draft may be (4 MB)"),
    ],
)
def test_what_is_no_draft_is_refused_in_words(tmp_path: Path, held: bytes, what: str) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(held)
    with pytest.raises(InputError) as raised:
        read_draft(path)
    assert what in str(raised.value)
    assert str(path) in str(raised.value)


def test_what_is_not_there_or_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, what in (("gone.md", "no such file"), (".", "folder"), ("pipe", "no file"), ("a\0b", "cannot be read")):
        with pytest.raises(InputError, match=what):
            read_draft(tmp_path / name)


def test_a_byte_order_mark_and_windows_lines_move_no_place() -> None:
    draft = read_stream(io.BytesIO("\ufeffOne.\r\nTwo “three”.\r\n".encode()), "-")
    assert draft.text == "One.\nTwo “three”.\n"
    assert draft.place(draft.text.index("“")) == (2, 5)


def test_a_place_is_a_line_and_a_column_from_one() -> None:
    draft = Draft("x", "ab\n\nc")
    assert [draft.place(offset) for offset in range(6)] == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)]
    assert draft.lines() == [(0, 2), (3, 3), (4, 5)]
