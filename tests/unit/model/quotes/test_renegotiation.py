"""Terms that allow more than the ones before."""

from __future__ import annotations

from datetime import date

import pytest

from desk.model.dates import value as dates
from desk.model.enums import GroundRule
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.renegotiation import loosened, missing_of_renegotiation, stricter
from desk.model.records import Terms

BACKGROUND = Terms(rule=GroundRule.BACKGROUND, attribution="a union official")


@pytest.mark.parametrize(
    ("before", "after", "opened"),
    [
        (Terms(), Terms(rule=GroundRule.ON_RECORD), ()),
        (Terms(rule=GroundRule.ON_RECORD), Terms(rule=GroundRule.OFF_RECORD), ()),
        (BACKGROUND, Terms(rule=GroundRule.OFF_RECORD), ()),
        (BACKGROUND, Terms(rule=GroundRule.ON_RECORD), ("may be named",)),
        (
            Terms(rule=GroundRule.OFF_RECORD),
            Terms(rule=GroundRule.DEEP_BACKGROUND),
            ("may be published",),
        ),
        (
            Terms(rule=GroundRule.DEEP_BACKGROUND),
            Terms(rule=GroundRule.BACKGROUND),
            ("may be quoted", "may be attributed"),
        ),
        (
            Terms(rule=GroundRule.BACKGROUND, may_quote=False),
            Terms(rule=GroundRule.BACKGROUND),
            ("may be quoted",),
        ),
        (
            BACKGROUND,
            Terms(rule=GroundRule.BACKGROUND, attribution="a member of the negotiating committee"),
            ("may be described as “a member of the negotiating committee”",),
        ),
        (Terms(rule=GroundRule.BACKGROUND), BACKGROUND, ()),
        (BACKGROUND, BACKGROUND, ()),
    ],
)
def test_what_new_terms_open(before: Terms, after: Terms, opened: tuple[str, ...]) -> None:
    assert loosened(before, after) == opened


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (Terms(), "agreed_with"),
        (Terms(agreed_with="his spokeswoman"), "agreed_on"),
        (Terms(agreed_with="his spokeswoman", agreed_on=dates.day(date(2026, 2, 14))), "note"),
        (Terms(agreed_with="his spokeswoman", agreed_on=dates.day(date(2026, 2, 14)), note="no name"), "note"),
        (Terms(agreed_with="his spokeswoman", agreed_on=dates.day(date(2026, 2, 14)), note="by name"), ""),
    ],
)
def test_what_a_renegotiation_still_lacks(terms: Terms, field: str) -> None:
    assert missing_of_renegotiation(Terms(note="no name"), terms)[0] == field


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Terms(rule=GroundRule.BACKGROUND, may_publish=False), Terms(rule=GroundRule.DEEP_BACKGROUND)),
        (Terms(rule=GroundRule.BACKGROUND, may_quote=False), Terms(rule=GroundRule.ON_RECORD)),
        (Terms(rule=GroundRule.DEEP_BACKGROUND), BACKGROUND),
        (Terms(rule=GroundRule.OFF_RECORD), Terms(rule=GroundRule.ON_RECORD)),
        (BACKGROUND, Terms(rule=GroundRule.ON_RECORD, may_publish=False)),
    ],
)  # fmt: skip
def test_what_is_kept_allows_no_more_than_either(before: Terms, after: Terms) -> None:
    found = stricter(before, after)
    assert found is not None
    kept, was, now = permissions(found[0]), permissions(before), permissions(after)
    for name in ("publish", "quote", "name", "attribute"):
        assert getattr(kept, name) <= (getattr(was, name) and getattr(now, name)), name
