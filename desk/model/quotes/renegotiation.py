"""What new terms open that the ones before kept closed: after the fact that is a renegotiation, and is logged as one."""

from __future__ import annotations

from dataclasses import replace

from desk.model.enums import GroundRule
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.quotes import Terms

_OPENED = (
    ("publish", "may be published"),
    ("quote", "may be quoted"),
    ("name", "may be named"),
    ("attribute", "may be attributed"),
)


def loosened(
    before: Terms, after: Terms, *, confidential: bool = False, confidential_now: bool = False
) -> tuple[str, ...]:
    """What `after` allows and `before` did not, in words; empty where nothing was opened.

    Where no ground rule was set yet there was nothing to loosen: that is setting it. Another description of a source
    who may not be named may give away more than the one that was agreed, so it counts. `confidential` says whether the
    speaker or the source was, and `confidential_now` whether they are.
    """
    if before.rule is GroundRule.UNKNOWN:
        return ()
    was, now = permissions(before, confidential=confidential), permissions(after, confidential=confidential_now)
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


def stricter(
    before: Terms, after: Terms, *, confidential: bool = False, confidential_now: bool = False
) -> tuple[Terms, tuple[str, ...]] | None:
    """What has to be kept where something else than an agreement puts a quote under other terms: terms that allow no more
    than either, and what the new ones alone would open. None where they open nothing.

    Under a source for which nothing is set yet, what was agreed is kept and may not be published: else setting the
    ground rule there would loosen it without a word. What was not set stays so until somebody sets it.
    """
    base = replace(before, id=None, source_id=None, quote_id=None, corrects=None, recorded_at=None, note="")
    if before.rule is GroundRule.UNKNOWN:
        now = permissions(after, confidential=confidential_now)
        opened = tuple(words for name, words in _OPENED if getattr(now, name))
        return (base, opened) if opened else None
    if after.rule is GroundRule.UNKNOWN:
        opened = loosened(before, Terms(rule=GroundRule.ON_RECORD), confidential=confidential)
        return (replace(base, may_publish=False), opened) if opened else None
    opened = loosened(before, after, confidential=confidential, confidential_now=confidential_now)
    if not opened:
        return None
    was, now = permissions(before, confidential=confidential), permissions(after, confidential=confidential_now)
    if was.attribute and not now.attribute:
        base = replace(base, rule=after.rule)
    allowed = permissions(base)
    narrowed = {
        f"may_{name}": False
        for name in ("publish", "quote", "name")
        if getattr(allowed, name) and not (getattr(was, name) and getattr(now, name))
    }
    return replace(base, **narrowed), opened  # type: ignore[arg-type]
