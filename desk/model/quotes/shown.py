"""What of a quote's speakers is shown, and so what it is found by: names, or only the agreed attribution."""

from __future__ import annotations

from desk.model.enums import GroundRule
from desk.model.quotes.groundrules import permissions
from desk.model.quotes.quotes import QuoteRecord, Terms


def hides_names(terms: Terms, *, confidential: bool) -> bool:
    """Return True if the agreed attribution stands where the names would, until the reporter asks for them.

    So it is for a confidential speaker or source, and where the terms say that the source may not be named. Words off
    the record, or under no terms yet, leave in no form: at the reporter's own desk they stand under their names.
    """
    if confidential:
        return True
    if terms.rule in (GroundRule.OFF_RECORD, GroundRule.UNKNOWN):
        return False
    return not permissions(terms).name


def shown_speakers(record: QuoteRecord) -> str:
    """Who said it, in one line, as it may stand on a screen: the names, or the attribution in their place."""
    if hides_names(record.terms, confidential=record.confidential):
        return record.terms.attribution or "a source who may not be named"
    return " and ".join(
        ", ".join(part for part in (one.name, one.title, one.party) if part) for one in record.quote.speakers
    )
