"""The zone that a reporter names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desk
from desk.model.dates.zones import ZONE_WORDS, zone_info, zone_named
from desk.model.errors import InputError


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("America/Los_Angeles", "America/Los_Angeles"),
        ("america/los_angeles", "America/Los_Angeles"),
        (" America/Los Angeles ", "America/Los_Angeles"),
        ("AMERICA/PORT-AU-PRINCE", "America/Port-au-Prince"),
        ("america/argentina/buenos_aires", "America/Argentina/Buenos_Aires"),
        ("PT", "America/Los_Angeles"),
        ("et", "America/New_York"),
        ("UTC", "UTC"),
        ("gmt", "Etc/GMT"),
    ],
)
def test_a_zone_is_known_by_its_name_or_a_word_good_all_year(text: str, zone: str) -> None:
    assert zone_named(text) == zone


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "No time zone was given"),
        ("America/Los_Angles", r"Did you mean America/Los_Angeles\?"),
        ("Los Angeles", "America/Los_Angeles"),
        ("london", "Europe/London"),
        ("new yrok", "America/New_York"),
        ("EST", "Write America/New_York"),
        ("PDT", "Write America/Los_Angeles"),
        ("Middle Earth", "Write PT, MT, CT or ET"),
        ("America", "no time zone"),
        ("posix/America/New_York", "no time zone"),
        ("../../etc/passwd", "no time zone"),
        ("America/\x00", "no time zone"),
        ("\ud800/x", "no time zone"),
        ("x" * 10_000, "no time zone"),
    ],
)
def test_a_zone_that_is_not_known_is_refused_with_what_may_be_meant(text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as refused:
        zone_named(text)
    assert refused.value.where == "zone"
    assert refused.value.remedy
    assert str(refused.value).isprintable()


def test_every_zone_behind_a_word_exists() -> None:
    for word in ZONE_WORDS.values():
        assert zone_named(word.zone) == zone_info(word.zone).key


@given(st.text(max_size=20))
def test_any_text_is_a_zone_or_a_sentence(text: str) -> None:
    try:
        zone = zone_named(text)
    except InputError as error:
        refused = error
    else:
        assert zone_info(zone).key == zone
        return
    assert refused.remedy


def test_dates_are_read_without_loading_what_only_a_refusal_needs() -> None:
    code = "import sys, desk.model.dates.parse, desk.model.dates.show; print('difflib' in sys.modules)"
    root = Path(desk.__file__).parents[1]
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "False"
