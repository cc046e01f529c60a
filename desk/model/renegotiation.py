"""What new terms open that the ones before kept closed: after the fact that is a renegotiation, and is logged as one."""

from __future__ import annotations

from collections.abc import Mapping

from desk.model.groundrules import USUAL, Permissions, permissions
from desk.model.quoted import Terms
from desk.model.words import GroundRule

_OPENED = (
    ("publish", "may be published"),
    ("quote", "may be quoted"),
    ("name", "may be named"),
    ("attribute", "may be attributed"),
)


def loosened(before: Terms, after: Terms, *, usual: Mapping[GroundRule, Permissions] = USUAL) -> tuple[str, ...]:
    """What `after` allows and `before` did not, in words; empty where nothing was opened.

    Where no ground rule was set yet there was nothing to loosen: that is setting it. Another description of a source
    who may not be named may give away more than the one that was agreed, so it counts.
    """
    if before.rule is GroundRule.UNKNOWN:
        return ()
    was, now = permissions(before, usual=usual), permissions(after, usual=usual)
    opened = [words for name, words in _OPENED if getattr(now, name) and not getattr(was, name)]
    described_before, described_now = before.attribution.strip(), after.attribution.strip()
    if now.attribute and not now.name and described_before and described_now not in ("", described_before):
        opened.append(f"may be described as “{described_now}”")
    return tuple(opened)


def missing_of_renegotiation(before: Terms, terms: Terms) -> tuple[str, str]:
    """What a renegotiation still lacks: the field, and what to write there; two empty strings where it is whole.

    The note of the agreement before says nothing of this one.
    """
    if not terms.agreed_with.strip():
        return "agreed_with", "who agreed to it"
    if not terms.agreed_on.dated:
        return "agreed_on", "when it was agreed"
    if terms.note.strip() in ("", before.note.strip()):
        return "note", "what was agreed now"
    return "", ""
