"""Which terms count: those of a quote's own, its source's, and the stricter of two where a source was tightened since."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from desk.model.enums import GroundRule
from desk.model.quotes.effective_terms import counting, effective_terms, is_closed, narrowest, tightens
from desk.model.quotes.groundrules import permissions
from desk.model.records import Terms

ON = Terms(rule=GroundRule.ON_RECORD)
OFF = Terms(rule=GroundRule.OFF_RECORD)
DEEP = Terms(rule=GroundRule.DEEP_BACKGROUND)
BACKGROUND = Terms(rule=GroundRule.BACKGROUND, attribution="an aide")
UNSET = Terms()


def own(terms: Terms, number: int) -> Terms:
    return replace(terms, id=number, quote_id=1)


def sources(terms: Terms, number: int) -> Terms:
    return replace(terms, id=number, source_id=1)


def numberless(terms: Terms) -> Terms:
    return replace(terms, id=None, quote_id=None, source_id=None, note="")


def test_own_terms_count_then_the_sources_then_what_its_kind_brings() -> None:
    assert effective_terms([own(BACKGROUND, 2)], [sources(ON, 1)], UNSET).rule is GroundRule.BACKGROUND
    assert effective_terms([], [sources(OFF, 1), sources(ON, 2)], UNSET).rule is GroundRule.ON_RECORD
    assert effective_terms([], [], ON) is ON
    assert effective_terms([], [], UNSET).rule is GroundRule.UNKNOWN


@pytest.mark.parametrize(
    ("before", "quotes", "after", "counts"),
    [
        (BACKGROUND, ON, OFF, OFF),
        (ON, BACKGROUND, OFF, replace(OFF, attribution="an aide")),
        (ON, ON, BACKGROUND, replace(BACKGROUND, attribution="")),
        (UNSET, ON, OFF, OFF),
        (UNSET, ON, BACKGROUND, replace(BACKGROUND, attribution="")),
        (ON, ON, UNSET, UNSET),
        (ON, DEEP, replace(ON, may_publish=False), replace(DEEP, may_publish=False)),
        (ON, BACKGROUND, replace(ON, may_quote=False), replace(BACKGROUND, may_quote=False)),
        # What loosens, or says the same again, does not reach it.
        (BACKGROUND, OFF, ON, OFF),
        (BACKGROUND, ON, BACKGROUND, ON),
        (BACKGROUND, ON, replace(BACKGROUND, attribution="a negotiator"), ON),
        (OFF, ON, BACKGROUND, ON),
    ],
)
def test_a_source_that_is_tightened_reaches_quotes_with_older_terms_of_their_own(
    before: Terms, quotes: Terms, after: Terms, counts: Terms
) -> None:
    found = effective_terms([own(quotes, 2)], [sources(before, 1), sources(after, 3)], UNSET)
    assert numberless(found) == counts


def test_another_description_is_a_note_until_somebody_agrees_to_it() -> None:
    found = narrowest(ON, replace(BACKGROUND, note="by phone"))
    assert (found.attribution, found.note) == ("", "by phone; described there as “an aide”")
    assert narrowest(BACKGROUND, replace(OFF, attribution="an aide")).note == ""


def test_what_was_agreed_for_a_quote_after_its_source_was_tightened_counts() -> None:
    assert effective_terms([own(ON, 3)], [sources(ON, 1), sources(OFF, 2)], UNSET).rule is GroundRule.ON_RECORD


def test_new_terms_are_measured_by_what_the_source_was_tightened_to() -> None:
    agreed = [own(ON, 2), own(UNSET, 4)]
    assert counting(agreed, [sources(BACKGROUND, 1), sources(OFF, 3)], UNSET).rule is GroundRule.OFF_RECORD


EVERY = [
    Terms(rule=rule, may_publish=publish, may_quote=quote, may_name=name, attribution=attribution)
    for rule, publish, quote, name, attribution in product(
        GroundRule, (None, False), (None, False), (None, False, True), ("", "an aide")
    )
]  # fmt: skip


def leaves(terms: Terms) -> set[str]:
    """What may be done with words under these terms."""
    allowed = permissions(terms)
    return {part for part in ("quote", "name", "attribute") if getattr(allowed, part)} if allowed.publish else set()


@pytest.mark.parametrize("rule", list(GroundRule))
def test_the_narrower_of_two_allows_no_more_than_either_and_what_is_closed_stays_closed(rule: GroundRule) -> None:
    for before, after in product((one for one in EVERY if one.rule is rule), EVERY):
        found = narrowest(before, after)
        assert leaves(found) <= leaves(before), (before, after)
        if before.rule is not GroundRule.UNKNOWN:
            assert leaves(found) <= leaves(after), (before, after)
        if is_closed(before) or is_closed(after):
            assert is_closed(found), (before, after)
        assert found.attribution == before.attribution, (before, after)
        assert (found is before) == (not tightens(before, after)), (before, after)
