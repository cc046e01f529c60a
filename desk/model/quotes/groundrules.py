"""What a ground rule allows: what each label usually means, what was agreed beside it, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk.model.enums import GroundRule, SourceKind, Tier
from desk.model.frozen import frozen
from desk.model.quotes.quotes import Terms


@frozen
class Permissions:
    """What may be done with somebody's words. `attribute` is whether anything at all may be said of whose they are."""

    publish: bool
    quote: bool
    name: bool
    attribute: bool = True


NOTHING = Permissions(publish=False, quote=False, name=False, attribute=False)

#: What the labels mean. Where a newsroom or a source means another thing by one, that is kept beside it, with the terms.
USUAL: Mapping[GroundRule, Permissions] = {
    GroundRule.ON_RECORD: Permissions(publish=True, quote=True, name=True),
    GroundRule.BACKGROUND: Permissions(publish=True, quote=True, name=False),
    GroundRule.NOT_FOR_ATTRIBUTION: Permissions(publish=True, quote=True, name=False),
    GroundRule.DEEP_BACKGROUND: Permissions(publish=True, quote=False, name=False, attribute=False),
    GroundRule.OFF_RECORD: NOTHING,
    GroundRule.UNKNOWN: NOTHING,
}

_LABELS = {
    GroundRule.ON_RECORD: "on the record",
    GroundRule.BACKGROUND: "on background",
    GroundRule.NOT_FOR_ATTRIBUTION: "not for attribution",
    GroundRule.DEEP_BACKGROUND: "deep background",
    GroundRule.OFF_RECORD: "off the record",
    GroundRule.UNKNOWN: "terms unknown",
}

#: How a newsroom calls the ground rules.
Naming = Callable[[GroundRule], str]

_CONVERSATIONS = frozenset({SourceKind.RECORDING, SourceKind.TRANSCRIPT, SourceKind.INTERVIEW_NOTES})


def default_rule(kind: SourceKind) -> GroundRule:
    """The ground rule that a kind of source brings: on the record what was public, unknown what was a conversation."""
    return GroundRule.UNKNOWN if kind in _CONVERSATIONS else GroundRule.ON_RECORD


def default_terms(kind: SourceKind) -> Terms:
    """The terms of a source for which none were written down."""
    return Terms(rule=default_rule(kind))


def default_tier(kind: SourceKind) -> Tier:
    """Whether a kind of source is usually the thing itself.

    A transcript is somebody's, or a machine's, account until the reporter says that it is an official one.
    """
    return Tier.SECONDARY if kind in (SourceKind.PUBLISHED_REPORT, SourceKind.TRANSCRIPT) else Tier.PRIMARY


def permissions(terms: Terms, *, confidential: bool = False) -> Permissions:
    """What these terms allow. Nothing that was agreed opens `off_record` or `unknown`, and deep background stays
    paraphrase without attribution; a confidential speaker or source is never named.
    """
    if terms.rule in (GroundRule.OFF_RECORD, GroundRule.UNKNOWN):
        return NOTHING
    label = USUAL[terms.rule]
    publish = label.publish if terms.may_publish is None else terms.may_publish
    if terms.rule is GroundRule.DEEP_BACKGROUND:
        return Permissions(publish=publish, quote=False, name=False, attribute=False)
    return Permissions(
        publish=publish,
        quote=label.quote if terms.may_quote is None else terms.may_quote,
        name=(label.name if terms.may_name is None else terms.may_name) and not confidential,
    )


def label(rule: GroundRule) -> str:
    """A ground rule as people say it where their newsroom has no other name for it."""
    return _LABELS[rule]


def in_words(terms: Terms, *, confidential: bool = False, naming: Naming = label) -> str:
    """What the terms allow, in words: "on background: may be quoted, may not be named; as “a union official”"."""
    allowed = permissions(terms, confidential=confidential)
    rule = naming(terms.rule)
    if terms.rule is GroundRule.UNKNOWN:
        return f"{rule}: nothing may leave until a ground rule is set"
    if not allowed.publish:
        return f"{rule}: may not be published"
    if not allowed.attribute:
        return f"{rule}: may be paraphrased, without any attribution"
    can = "may be quoted" if allowed.quote else "may be paraphrased, not quoted"
    if allowed.name:
        return f"{rule}: {can} {'and' if allowed.quote else 'and may be'} named"
    told = f"as “{terms.attribution}”" if terms.attribution else "no attribution is agreed yet"
    return f"{rule}: {can}, may not be named; {told}"
