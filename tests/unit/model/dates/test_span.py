"""A span as it is typed, read by the desk's own grammar of dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk.model.dates.span import Span, parse_span, told
from desk.model.errors import InputError

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
ZONE = "America/Los_Angeles"


def read(text: str) -> Span:
    return parse_span(text, now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    ("typed", "words", "from_when_to_when"),
    [
        ("mon", "Mon Feb 9", "Mon Feb 9, 2026"),
        ("feb 9", "Mon Feb 9", "Mon Feb 9, 2026"),
        ("last week", "wk of Feb 2", "Mon Feb 2, 2026 to Sun Feb 8, 2026"),
        ("week of feb 9", "wk of Feb 9", "Mon Feb 9, 2026 to Sat Feb 14, 2026, 9 a.m. PT"),
        ("feb 9 - feb 13", "Feb 9–13", "Mon Feb 9, 2026 to Fri Feb 13, 2026"),
        ("Since  Mon", "since Mon Feb 9", "Mon Feb 9, 2026 to Sat Feb 14, 2026, 9 a.m. PT"),
        ("fri 5pm", "since Fri Feb 13, 5 p.m.", "Fri Feb 13, 2026, 5 p.m. PT to Sat Feb 14, 2026, 9 a.m. PT"),
        (
            "feb 9 5pm - feb 10 9am",
            "Mon Feb 9, 5 p.m.–Tue Feb 10, 9 a.m.",
            "Mon Feb 9, 2026, 5 p.m. PT to Tue Feb 10, 2026, 9 a.m. PT",
        ),
        ("today", "Sat Feb 14", "Sat Feb 14, 2026, until 9 a.m. PT"),
        ("by feb 9", "by Mon Feb 9", "everything until Mon Feb 9, 2026"),
        ("may", "May 2025", "Thu May 1, 2025 to Sat May 31, 2025"),
    ],
)
def test_what_is_typed_is_a_span_of_the_past(typed: str, words: str, from_when_to_when: str) -> None:
    span = read(typed)
    assert span.words == words
    assert told(span, now=NOW, zone=ZONE) == from_when_to_when


def test_a_day_has_all_of_its_instants_and_the_next_one_begins_after_it() -> None:
    monday, tuesday = read("feb 9"), read("feb 10")
    assert monday.since is not None
    assert monday.since < datetime(2026, 2, 9, 8, tzinfo=UTC) <= monday.since + timedelta(milliseconds=1)
    assert monday.until == tuesday.since


@pytest.mark.parametrize("typed", ["next week", "tomorrow", "undated", "since by mon", "a while ago", "since", ""])
def test_what_is_no_span_or_has_not_begun_is_refused_in_words(typed: str) -> None:
    with pytest.raises(InputError):
        read(typed)
