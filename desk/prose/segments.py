"""What was said from one timecode on."""

from __future__ import annotations

from desk.model.frozen import frozen


@frozen
class Segment:
    """Words, from which second on they were said (None where it is not told), by whom, and why that is in doubt."""

    words: str
    start: float | None = None
    speaker: str = ""
    doubt: str = ""
