"""What a line rests on: whose claim it is, how sure its date is, where it is known from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.model.dates import value as dates
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Axis, Basis, Certainty, DevelopmentKind, PartyKind, PositionKind
from desk.model.records import DeadlineDate, Development, Party, Person, Position
from desk.model.talks.fold import first_day, fold
from desk.model.talks.grounds import Claimed, Footing, Grounds, Provenance, has_happened, is_ahead, who_claims
from desk.model.talks.standing import axis_told, moved_words, standing_words
from desk.model.talks.timeline import ahead_in_order, last_change, next_ahead

TODAY = date(2026, 2, 14)
OPEN, BROKEN = (Axis.PHASE, "talks_open"), (Axis.PHASE, "broken_off")
GROUNDS = Grounds(
    sources={
        1: Provenance(words="TheWrap, Feb. 9", day=dates.day(date(2026, 2, 9))),
        2: Provenance(words="a person close to the talks"),
        3: Provenance(words="the letter", withdrawn=True),
        4: Provenance(),
    },
    claims={7: Claimed(by=("AMPTP",)), 8: Claimed(naming=("SAG-AFTRA", "AMPTP"))},
)


def on(day: int, certainty: Certainty = Certainty.OCCURRED, month: int = 2, basis: Basis = Basis.STATED) -> DateValue:
    return replace(dates.day(date(2026, month, day)), certainty=certainty, basis=basis)


def one(number: int, when: DateValue, *axes: tuple[Axis, str], **more: object) -> Development:
    kept = Development(
        id=number, kind=DevelopmentKind.SESSION, words=f"line {number}", date=when, negotiation_ids=(1,), axes=axes
    )
    return replace(kept, **more)  # type: ignore[arg-type]


CLAIM = DevelopmentKind.CLAIM
EXPECTED, SCHEDULED, CONFIRMED = Certainty.EXPECTED, Certainty.SCHEDULED, Certainty.CONFIRMED


@pytest.mark.parametrize(
    ("development", "words", "short"),
    [
        (one(1, on(9), source_id=1), "TheWrap, Feb. 9", ""),
        (one(1, on(9)), "no source given", ""),
        (one(1, on(9), kind=CLAIM), "a claim, nobody named; no source given", "claim · nobody named"),
        (one(7, on(9), kind=CLAIM), "claimed by AMPTP; no source given", "claim · AMPTP"),
        (one(8, on(9), kind=CLAIM), "a claim naming SAG-AFTRA and AMPTP; no source given", "claim · names SAG-AFTRA/AMPTP"),
        (one(7, on(20, EXPECTED), kind=CLAIM), "claimed by AMPTP, expected; no source given", "exp. · claim · AMPTP"),
        (one(7, on(9, CONFIRMED), kind=CLAIM, source_id=2),
         "claimed by AMPTP, confirmed; a person close to the talks", "conf. · claim · AMPTP"),
        (one(1, on(20, SCHEDULED)), "scheduled; no source given", "sched."),
        (one(1, on(20)), "still to come; no source given", "still to come"),
        (one(1, on(2, EXPECTED)), "expected, its date gone by; no source given", "exp. · late"),
        (one(1, replace(UNDATED, certainty=EXPECTED)), "expected; no source given", "exp."),
        (one(1, on(9, basis=Basis.INFERRED), source_id=1), "date inferred; TheWrap, Feb. 9", ""),
        (one(1, on(12), source_id=1), "TheWrap, Feb. 9; its source is dated before it", ""),
        (one(1, on(20, SCHEDULED), source_id=1), "scheduled; TheWrap, Feb. 9", "sched."),
        (one(1, on(9), source_id=3), "the letter, withdrawn since", ""),
        (one(1, on(9), source_id=4), "its source may not be told", ""),
    ],
)  # fmt: skip
def test_a_development_says_what_it_rests_on(development: Development, words: str, short: str) -> None:
    footing = GROUNDS.of(development, TODAY)
    assert (footing.words, footing.short) == (words, short)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (PositionKind.STATED, "stated"),
        (PositionKind.CHARACTERISED_BY_OTHER, "as another characterised it"),
        (PositionKind.REPORTED_UNNAMED, "reported, from sources who are not named"),
        (PositionKind.DOCUMENT, "from a document"),
    ],
)
def test_a_position_says_how_it_is_known(kind: PositionKind, says: str) -> None:
    position = Position(issue_id=1, party_id=1, kind=kind, words="4%", date=on(9))
    assert GROUNDS.of(position, TODAY).words == f"{says}; no source given"


def test_a_date_of_a_deadline_says_how_sure_it_is_and_from_where() -> None:
    given = DeadlineDate(deadline_id=1, date=on(20, SCHEDULED), source_id=1)
    assert GROUNDS.of(given, TODAY).words == "scheduled; TheWrap, Feb. 9"


@pytest.mark.parametrize(
    ("footing", "short"),
    [
        (Footing(), "no src"),
        (Footing(source=Provenance(words="S1")), "S1"),
        (Footing(source=Provenance(words="S1"), older=True), "?S1"),
        (Footing(source=Provenance(words="S1", withdrawn=True)), "?S1"),
    ],
)
def test_a_narrow_column_says_that_there_is_no_source_or_that_it_is_to_be_looked_at(
    footing: Footing, short: str
) -> None:
    assert footing.short_source == short


UNION, STUDIOS = (
    Party(id=1, name="SAG-AFTRA", kind=PartyKind.UNION),
    Party(id=2, name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION, aliases=("the studios",)),
)
LEE = Person(id=3, name="Ann Lee", party_id=1)


@pytest.mark.parametrize(
    ("words", "named", "claimed"),
    [
        ("AMPTP says talks are at an impasse", [STUDIOS], "claimed by AMPTP"),
        ("The AMPTP has declared an impasse", [STUDIOS], "claimed by AMPTP"),
        ("the studios insist that the offer is final", [STUDIOS], "claimed by AMPTP"),
        ("AMPTP: the offer is final", [STUDIOS], "claimed by AMPTP"),
        ("the offer is final, according to the AMPTP.", [STUDIOS], "claimed by AMPTP"),
        ("the offer is final, Lee says", [LEE, UNION], "claimed by Ann Lee"),
        ("SAG-AFTRA accuses AMPTP of stalling", [UNION, STUDIOS], "claimed by SAG-AFTRA"),
        ("AMPTP walked out of the room", [STUDIOS], "a claim naming AMPTP"),
        ("AMPTP threatens a lockout", [STUDIOS], "a claim naming AMPTP"),
        ("AMPTP said to be ready to sign", [STUDIOS], "a claim naming AMPTP"),
        ("AMPTP accused of stalling", [STUDIOS], "a claim naming AMPTP"),
        ("AMPTP’s lawyers say it is over", [STUDIOS], "a claim naming AMPTP"),
        ("members say AMPTP walked out", [STUDIOS], "a claim naming AMPTP"),
        ("AMPTPX says it is over", [STUDIOS], "a claim naming AMPTP"),
        ("SAG-AFTRA and AMPTP say it is over", [UNION, STUDIOS], "a claim naming SAG-AFTRA and AMPTP"),
        ("walked out of the room", [STUDIOS], "a claim naming AMPTP"),
        ("a walkout nears", [LEE, UNION, STUDIOS], "a claim naming Ann Lee and AMPTP"),
        ("AMPTP says it is over", [], "a claim, nobody named"),
    ],
)
def test_a_claim_is_told_as_theirs_alone_of_whom_the_words_say_that_they_make_it(
    words: str, named: list[Party | Person], claimed: str
) -> None:
    whose = who_claims(
        words, [one for one in named if isinstance(one, Person)], [one for one in named if isinstance(one, Party)]
    )
    assert Footing(claim=True, claimed_by=whose).claimed == claimed


def test_of_a_claim_with_a_confidential_person_in_it_nobody_is_told() -> None:
    quandt = Person(name="Mara Quandt", confidential=True)
    assert who_claims("AMPTP says so", [quandt], [STUDIOS]) == Claimed()


@pytest.mark.parametrize(
    ("when", "happened", "ahead"),
    [
        (on(9), True, False),
        (on(14, CONFIRMED), True, False),
        (on(15, CONFIRMED), False, True),
        (on(15), False, True),
        (replace(dates.by(on(20)), certainty=Certainty.OCCURRED), False, True),
        (on(9, EXPECTED), False, True),
        (on(20, SCHEDULED), False, True),
        (on(9, Certainty.SUPERSEDED), False, False),
    ],
)
def test_what_is_ahead_has_not_happened(when: DateValue, happened: bool, ahead: bool) -> None:
    assert (has_happened(one(1, when), TODAY), is_ahead(one(1, when), TODAY)) == (happened, ahead)


def test_what_was_confirmed_before_its_hour_has_not_happened_while_its_day_lasts() -> None:
    """Nobody has said since that it did; what was logged after its hour has."""
    noon, five = (datetime(2026, 2, 14, hour, tzinfo=UTC) for hour in (12, 17))
    strike = one(1, replace(dates.instant(five, "UTC"), certainty=CONFIRMED), (Axis.ACTION, "strike"), recorded_at=noon)
    assert (has_happened(strike, TODAY), is_ahead(strike, TODAY)) == (False, True)
    told = standing_words(fold([strike], 1), GROUNDS, TODAY)
    assert told == "confirmed for Sat Feb 14, 5 p.m. UTC: strike"
    assert has_happened(replace(strike, recorded_at=five), TODAY)
    elsewhere = replace(
        dates.instant(datetime(2026, 2, 14, 23, tzinfo=UTC), "Asia/Tokyo"), certainty=Certainty.OCCURRED
    )
    assert has_happened(one(1, elsewhere, recorded_at=datetime(2026, 2, 14, 23, 30, tzinfo=UTC)), TODAY)
    assert has_happened(strike, date(2026, 2, 15))


def test_what_lies_ahead_is_not_what_happened_last() -> None:
    log = [
        one(1, on(9)),
        one(2, on(19, SCHEDULED, month=3)),
        one(3, on(18, EXPECTED)),
        one(4, on(16, CONFIRMED)),
        one(5, on(1, EXPECTED)),
        one(6, replace(UNDATED, certainty=EXPECTED)),
    ]
    assert last_change(1, log, TODAY) == log[0]
    assert [each.id for each in ahead_in_order(log, TODAY)] == [4, 3, 2, 5, 6]
    assert next_ahead(1, log, TODAY) == log[3]
    assert last_change(1, log[1:], TODAY) is None


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ([one(1, on(9), OPEN)], "talks open"),
        ([one(7, on(9), BROKEN, kind=CLAIM)], "claimed by AMPTP: broken off"),
        ([one(1, on(9), OPEN), one(7, on(10), BROKEN, kind=CLAIM)], "talks open; claimed by AMPTP: broken off"),
        ([one(7, on(9), BROKEN, kind=CLAIM), one(1, on(10), OPEN)], "talks open"),
        ([one(1, on(9), OPEN), one(7, on(10), OPEN, kind=CLAIM)], "talks open"),
        ([one(1, on(9), OPEN), one(2, on(20, CONFIRMED), BROKEN)], "talks open; confirmed for Fri Feb 20: broken off"),
        ([one(1, on(9), OPEN), one(2, on(20), BROKEN)], "talks open; still to come, Fri Feb 20: broken off"),
        ([one(2, dates.by(on(20, CONFIRMED)), (Axis.CONTRACT, "extended"))],
         "confirmed, by Fri Feb 20: contract extended"),
        ([one(1, on(9), OPEN), one(9, on(10), (Axis.BLACKOUT, "mutual"), kind=CLAIM)],
         "talks open · a claim, nobody named: mutual blackout"),
        ([one(1, on(9, EXPECTED), OPEN)], "nothing known yet of how they stand"),
        ([], "nothing known yet of how they stand"),
    ],
)  # fmt: skip
def test_where_talks_stand_is_told_no_surer_than_it_is(log: list[Development], words: str) -> None:
    assert standing_words(fold(log, 1), GROUNDS, TODAY) == words


def test_the_fold_counts_a_claim_and_what_is_told_of_it_does_not() -> None:
    standing = fold([one(1, on(9), OPEN), one(7, on(10), BROKEN, kind=CLAIM)], 1)
    assert standing[Axis.PHASE] == "broken_off"
    told = axis_told(standing, Axis.PHASE, GROUNDS, TODAY)
    assert (told.value, told.unsettled, told.why) == ("talks_open", "broken_off", "claimed by AMPTP")


def test_that_somebody_claims_so_begins_no_talks() -> None:
    assert first_day([one(7, on(2), OPEN, kind=CLAIM), one(1, on(9), OPEN)], 1) == date(2026, 2, 9)


@pytest.mark.parametrize(
    ("development", "words"),
    [
        (one(1, on(9), BROKEN), "broken off"),
        (one(1, on(9), BROKEN, kind=CLAIM), "broken off, as claimed"),
        (one(1, on(20, SCHEDULED), BROKEN), "not yet: broken off"),
        (one(1, on(20, CONFIRMED), BROKEN), "not yet: broken off"),
        (one(1, on(9)), ""),
    ],
)
def test_what_a_development_moves_is_said_as_sure_as_it_is(development: Development, words: str) -> None:
    assert moved_words(development, TODAY) == words
