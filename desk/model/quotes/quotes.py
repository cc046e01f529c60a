"""A quote and all that decides whether and how it may leave: its source, its terms, who compared it with what.

The same kind of values as in `desk.model.records`, which has them too: apart from the others, since a list of quotes
needs no more.
"""

from __future__ import annotations

from datetime import datetime

from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import (
    Agreed,
    EndMark,
    GroundRule,
    QuoteForm,
    SourceKind,
    Tier,
    VerificationKind,
)
from desk.model.frozen import frozen


@frozen(kw_only=True)
class Terms:
    """What was agreed with a source. `None` for a permission means: as the label usually has it.

    Belongs to a source, or to one quote where that was agreed otherwise. Append-only: a renegotiation is a new row.
    """

    id: int | None = None
    rule: GroundRule = GroundRule.UNKNOWN
    may_publish: bool | None = None
    may_quote: bool | None = None
    may_name: bool | None = None
    attribution: str = ""
    agreed_with: str = ""
    agreed_on: DateValue = UNDATED
    agreed: Agreed = Agreed.UNKNOWN
    why_unnamed: str = ""
    how_known: str = ""
    approved_by: str = ""
    note: str = ""
    source_id: int | None = None
    quote_id: int | None = None
    corrects: int | None = None
    recorded_at: datetime | None = None


@frozen(kw_only=True)
class Embargo:
    """The instant (UTC) before which something may not be published, and the zone in which it was given."""

    id: int | None = None
    until: datetime
    zone: str
    lifted: bool = False
    note: str = ""
    source_id: int | None = None
    quote_id: int | None = None
    development_id: int | None = None
    corrects: int | None = None
    recorded_at: datetime | None = None


@frozen(kw_only=True)
class Source:
    """Where something is known from. `code` is the short name typed after `src:` ("S1", "presser")."""

    id: int | None = None
    code: str
    kind: SourceKind
    tier: Tier
    title: str = ""
    outlet: str = ""
    date: DateValue = UNDATED
    url: str = ""
    locator: str = ""
    sha256: str = ""
    confidential: bool = False
    recorded_at: datetime | None = None
    withdrawn_at: datetime | None = None


@frozen(kw_only=True)
class Speaker:
    """Who said it: a person or a party (one of the two), with name, title and party as they were on that day."""

    person_id: int | None = None
    party_id: int | None = None
    name: str
    title: str = ""
    party: str = ""


@frozen(kw_only=True)
class Quote:
    """Words somebody said or wrote."""

    id: int | None = None
    form: QuoteForm = QuoteForm.FULL
    words: str
    end_mark: EndMark = EndMark.GIVEN
    speakers: tuple[Speaker, ...] = ()
    source_id: int | None = None
    venue: str = ""
    date: DateValue = UNDATED
    locator: str = ""
    tags: tuple[str, ...] = ()
    negotiation_ids: tuple[int, ...] = ()
    note: str = ""
    disputed: str = ""
    recorded_at: datetime | None = None
    withdrawn_at: datetime | None = None


@frozen(kw_only=True)
class Verification:
    """That somebody compared a quote with a source, and the fingerprint of what was compared.

    `reported` says that a file has it so: it came in with an import, and nobody here has compared anything.
    """

    id: int | None = None
    quote_id: int
    kind: VerificationKind
    source_id: int | None = None
    fingerprint: str
    passage: str = ""
    locator: str = ""
    listened: bool = False
    who: str = ""
    note: str = ""
    corrects: int | None = None
    recorded_at: datetime | None = None
    reported: bool = False


@frozen(kw_only=True)
class QuoteRecord:
    """A quote with everything that decides whether and how it may leave: what the gate is asked about.

    `terms` are the effective ones (the quote's own, else the source's); `embargo` is the latest still in force of
    the quote's and the source's; `verifications` are oldest first; `confidential` says that a speaker or the source is.
    `known_as` has every name and alias by which the desk knows the speakers, for where they may not be named.
    """

    quote: Quote
    source: Source | None = None
    terms: Terms = Terms()
    embargo: Embargo | None = None
    verifications: tuple[tuple[Verification, Source | None], ...] = ()
    confidential: bool = False
    known_as: tuple[str, ...] = ()
