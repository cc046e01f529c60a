"""Which terms count for a quote: what was agreed for it, what was agreed with its source, and the stricter of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.model.enums import GroundRule
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.quotes import Terms
from desk.model.quotes.renegotiation import loosened, stricter

_PARTS = ("publish", "quote", "name", "attribute")


def is_closed(terms: Terms) -> bool:
    """Return True where it was agreed that nothing may be published; where nothing was agreed that is not known."""
    return terms.rule is GroundRule.OFF_RECORD or (
        terms.rule is not GroundRule.UNKNOWN and not permissions(terms).publish
    )


def tightens(before: Terms, after: Terms) -> bool:
    """Return True where `after` closes what `before` left open. What was agreed to be closed is closer than what is not
    known, since a first setting opens that; another description of a source closes nothing.
    """
    if after.rule is GroundRule.OFF_RECORD or before.rule is GroundRule.OFF_RECORD:
        return before.rule is not GroundRule.OFF_RECORD
    if before.rule is GroundRule.UNKNOWN:
        return is_closed(after)
    if after.rule is GroundRule.UNKNOWN:
        return not is_closed(before)
    was, now = permissions(before), permissions(after)
    return any(getattr(was, part) and not getattr(now, part) for part in _PARTS)


def opens(before: Terms, after: Terms) -> bool:
    """Return True where `after` allows, or sets, what `before` did not."""
    if before.rule is GroundRule.UNKNOWN:
        return after.rule is not GroundRule.UNKNOWN
    return bool(loosened(before, after))


def narrowest(before: Terms, after: Terms) -> Terms:
    """Terms that allow no more than either; `before` itself where `after` closes nothing.

    How a source may be described is what was agreed before, if that was nothing too: another description may give away
    more, and is kept as a note until somebody agrees to it.
    """
    if not tightens(before, after):
        return before
    if GroundRule.UNKNOWN in (before.rule, after.rule) or after.rule is GroundRule.OFF_RECORD:
        narrow = after
    else:
        kept = stricter(before, after)
        narrow = kept[0] if kept is not None else after
    told = "" if after.attribution in ("", before.attribution) else f"described there as “{after.attribution}”"
    note = "; ".join(part for part in (after.note, told) if part)
    return replace(narrow, attribution=before.attribution, note=note)


def effective_terms(own: Sequence[Terms], sources: Sequence[Terms], default: Terms) -> Terms:
    """What counts for one quote, of all that was agreed for it and for its source, each oldest first; `default` is what
    the source's kind brings.

    Terms of its own count in place of its source's. When those are tightened later, or set for the first time, that
    reaches the quote as well; when they are loosened it does not.
    """
    source, quote = default, None
    # The numbers of rows are the order in which they were written, whenever it is that they say they were agreed.
    rows = sorted((*((terms, False) for terms in sources), *((terms, True) for terms in own)), key=_written)
    for terms, is_own in rows:
        if is_own:
            quote = terms
            continue
        if quote is not None and (source.rule is GroundRule.UNKNOWN or tightens(source, terms)):
            quote = narrowest(quote, terms)
        source = terms
    return quote if quote is not None else source


def counting(own: Sequence[Terms], sources: Sequence[Terms], default: Terms) -> Terms:
    """What new terms are measured by: what counts, of what was set. To unset a ground rule takes nothing back of what was
    agreed, so what comes after it is no first setting.
    """
    return effective_terms(_set(own), _set(sources), default)


def _set(agreed: Sequence[Terms]) -> list[Terms]:
    return [terms for terms in agreed if terms.rule is not GroundRule.UNKNOWN]


def _written(row: tuple[Terms, bool]) -> int:
    return row[0].id or 0
