"""The desk of the first talks, as a line or form sees it on Saturday, February 14, 2026, at nine in Los Angeles."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk.app.lines.context import EntryContext
from desk.model.dates.value import day
from desk.model.enums import PartyKind, SourceKind, Tier
from desk.model.records import Issue, Negotiation, Party, Person, Source

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
ZONE = "America/Los_Angeles"


@pytest.fixture
def known() -> EntryContext:
    return EntryContext(
        now=NOW,
        zone=ZONE,
        parties=(
            Party(id=1, name="SAG-AFTRA", kind=PartyKind.UNION),
            Party(
                id=2,
                name="AMPTP",
                full_name="Alliance of Motion Picture and Television Producers",
                kind=PartyKind.EMPLOYER_ASSOCIATION,
            ),
            Party(id=3, name="WGA", kind=PartyKind.UNION),
        ),
        persons=(
            Person(id=1, name="Duncan Crabtree-Ireland", title="national executive director", party_id=1),
            Person(id=2, name="Greg Hessinger", party_id=2),
            Person(id=3, name="Mary Ito", title="agent", confidential=True),
            Person(id=4, name="Sam Ito", title="negotiator", party_id=3),
        ),
        sources=(
            Source(id=1, code="S1", kind=SourceKind.PUBLISHED_REPORT, tier=Tier.SECONDARY, title="the story"),
            Source(
                id=2,
                code="presser",
                kind=SourceKind.PUBLIC_EVENT,
                tier=Tier.PRIMARY,
                date=day(NOW.date().replace(day=11)),
            ),
            Source(id=3, code="call", kind=SourceKind.INTERVIEW_NOTES, tier=Tier.PRIMARY),
        ),
        negotiations=(
            Negotiation(id=1, code="sag-aftra-2026", name="SAG-AFTRA 2026", party_ids=(1, 2)),
            Negotiation(id=2, code="wga-2026", name="WGA 2026", party_ids=(3,)),
            Negotiation(id=3, code="sag-aftra-2023", name="SAG-AFTRA 2023", party_ids=(1, 2), archived=True),
        ),
        issues=(
            Issue(id=1, negotiation_id=1, name="Health and pension"),
            Issue(id=2, negotiation_id=1, name="Wages"),
            Issue(id=3, negotiation_id=2, name="Writers' rooms"),
        ),
        talks=1,
    )
