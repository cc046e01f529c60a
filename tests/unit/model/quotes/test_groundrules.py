"""What ground rules allow."""

from __future__ import annotations

import itertools

import pytest

from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.quotes.groundrules import (
    NOTHING,
    USUAL,
    Permissions,
    default_rule,
    default_terms,
    default_tier,
    in_words,
    permissions,
)
from desk.model.records import Terms


@pytest.mark.parametrize(
    ("kind", "rule", "tier"),
    [
        (SourceKind.RECORDING, GroundRule.UNKNOWN, Tier.PRIMARY),
        (SourceKind.TRANSCRIPT, GroundRule.UNKNOWN, Tier.SECONDARY),
        (SourceKind.INTERVIEW_NOTES, GroundRule.UNKNOWN, Tier.PRIMARY),
        (SourceKind.PRESS_RELEASE, GroundRule.ON_RECORD, Tier.PRIMARY),
        (SourceKind.PUBLIC_EVENT, GroundRule.ON_RECORD, Tier.PRIMARY),
        (SourceKind.DOCUMENT, GroundRule.ON_RECORD, Tier.PRIMARY),
        (SourceKind.SOCIAL_POST, GroundRule.ON_RECORD, Tier.PRIMARY),
        (SourceKind.PUBLISHED_REPORT, GroundRule.ON_RECORD, Tier.SECONDARY),
    ],
)
def test_a_ground_rule_comes_with_the_kind_of_source(kind: SourceKind, rule: GroundRule, tier: Tier) -> None:
    assert default_rule(kind) is rule
    assert default_terms(kind).rule is rule
    assert default_tier(kind) is tier


def test_every_kind_and_label_has_its_default() -> None:
    assert {default_rule(kind) for kind in SourceKind} == {GroundRule.ON_RECORD, GroundRule.UNKNOWN}
    assert set(USUAL) == set(GroundRule)


_MAYBE = (None, True, False)


@pytest.mark.parametrize("rule", [GroundRule.OFF_RECORD, GroundRule.UNKNOWN])
@pytest.mark.parametrize(("publish", "quote", "name"), list(itertools.product(_MAYBE, repeat=3)))
def test_nothing_agreed_beside_it_opens_off_the_record_or_unknown(
    rule: GroundRule, publish: bool | None, quote: bool | None, name: bool | None
) -> None:
    terms = Terms(rule=rule, may_publish=publish, may_quote=quote, may_name=name)
    assert permissions(terms) == NOTHING


def test_deep_background_is_paraphrase_without_attribution_whatever_was_agreed() -> None:
    allowed = permissions(Terms(rule=GroundRule.DEEP_BACKGROUND, may_quote=True, may_name=True))
    assert allowed == Permissions(publish=True, quote=False, name=False, attribute=False)


def test_what_was_agreed_counts_before_what_the_label_usually_means() -> None:
    assert permissions(Terms(rule=GroundRule.BACKGROUND)) == Permissions(publish=True, quote=True, name=False)
    agreed = Terms(rule=GroundRule.BACKGROUND, may_quote=False, may_name=True)
    assert permissions(agreed) == Permissions(publish=True, quote=False, name=True)
    closed = Terms(rule=GroundRule.ON_RECORD, may_publish=False)
    assert not permissions(closed).publish


def test_a_newsrooms_own_reading_of_background_is_kept_beside_the_label_and_opens_nothing_else() -> None:
    house = Terms(rule=GroundRule.BACKGROUND, may_quote=False)
    assert not permissions(house).quote
    assert permissions(Terms(rule=GroundRule.BACKGROUND)).quote
    assert in_words(house) == (
        "on background: may be paraphrased, not quoted, may not be named; no attribution is agreed yet"
    )


@pytest.mark.parametrize("rule", list(GroundRule))
def test_who_is_confidential_is_never_named(rule: GroundRule) -> None:
    assert not permissions(Terms(rule=rule, may_name=True), confidential=True).name


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (Terms(rule=GroundRule.ON_RECORD), "on the record: may be quoted and named"),
        (
            Terms(rule=GroundRule.BACKGROUND, attribution="a union official"),
            "on background: may be quoted, may not be named; as “a union official”",
        ),
        (
            Terms(rule=GroundRule.NOT_FOR_ATTRIBUTION, may_quote=False),
            "not for attribution: may be paraphrased, not quoted, may not be named; no attribution is agreed yet",
        ),
        (Terms(rule=GroundRule.DEEP_BACKGROUND), "deep background: may be paraphrased, without any attribution"),
        (Terms(rule=GroundRule.OFF_RECORD), "off the record: may not be published"),
        (Terms(rule=GroundRule.ON_RECORD, may_publish=False), "on the record: may not be published"),
        (Terms(rule=GroundRule.UNKNOWN), "terms unknown: nothing may leave until a ground rule is set"),
    ],
)
def test_the_terms_in_words(terms: Terms, words: str) -> None:
    assert in_words(terms) == words
