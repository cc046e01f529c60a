"""What may leave the desk, and as what."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from desk.model.dates.value import DateValue
from desk.model.enums import GroundRule, Precision, QuoteForm, QuoteState, SourceKind, Tier, VerificationKind
from desk.model.quotes.embargo import in_force
from desk.model.quotes.fingerprint import fingerprint
from desk.model.quotes.gate import Permit, gate, named_in
from desk.model.quotes.refusal import Mend, Reason, Refusal
from desk.model.records import Embargo, Quote, QuoteRecord, Source, Speaker, Terms, Verification

NOW = datetime(2026, 2, 14, 17, 0, tzinfo=UTC)
JAN_6 = DateValue(precision=Precision.DAY, start=date(2026, 1, 6), end=date(2026, 1, 6))
SPEAKER = Speaker(person_id=1, name="Duncan Crabtree-Ireland", title="national executive director", party="SAG-AFTRA")
QUOTE = Quote(
    id=1, words="We are not going to accept a deal", speakers=(SPEAKER,), source_id=1, venue="a rally", date=JAN_6
)
REPORT = Source(
    id=1,
    code="S1",
    kind=SourceKind.PUBLISHED_REPORT,
    tier=Tier.SECONDARY,
    outlet="TheWrap",
    title="Talks extended",
    url="https://example.org/1",
)
TAPE = Source(id=2, code="tape", kind=SourceKind.RECORDING, tier=Tier.PRIMARY)


def verified(quote: Quote = QUOTE, source: Source = TAPE) -> tuple[tuple[Verification, Source | None], ...]:
    kind = (
        VerificationKind.PUBLISHED_REPORT if source.kind is SourceKind.PUBLISHED_REPORT else VerificationKind.RECORDING
    )
    return ((Verification(quote_id=1, kind=kind, fingerprint=fingerprint(quote)), source),)


CLEAN = QuoteRecord(quote=QUOTE, source=REPORT, terms=Terms(rule=GroundRule.ON_RECORD), verifications=verified())


def permit(record: QuoteRecord, *, override: str = "", now: datetime = NOW) -> Permit:
    answer = gate(record, now=now, override=override)
    assert isinstance(answer, Permit), answer
    return answer


def refusal(record: QuoteRecord, *, override: str = "") -> Refusal:
    answer = gate(record, now=NOW, override=override)
    assert isinstance(answer, Refusal), answer
    return answer


def test_a_verified_quote_on_the_record_leaves_clean() -> None:
    answer = permit(CLEAN)
    assert answer.stamps == ()
    assert answer.state is QuoteState.VERIFIED
    assert answer.attribution.speakers[0].name == "Duncan Crabtree-Ireland"
    assert answer.origin is not None
    assert answer.origin.venue == "a rally"


@pytest.mark.parametrize(
    ("change", "reason", "mend"),
    [
        ({"terms": Terms(rule=GroundRule.OFF_RECORD)}, Reason.OFF_RECORD, Mend.SET_TERMS),
        ({"terms": Terms(rule=GroundRule.UNKNOWN)}, Reason.NOT_SET, Mend.SET_TERMS),
        (
            {"terms": Terms(rule=GroundRule.OFF_RECORD, may_publish=True, may_quote=True, may_name=True)},
            Reason.OFF_RECORD,
            Mend.SET_TERMS,
        ),
        ({"terms": Terms(rule=GroundRule.ON_RECORD, may_publish=False)}, Reason.MAY_NOT_PUBLISH, Mend.SET_TERMS),
        ({"terms": Terms(rule=GroundRule.ON_RECORD, may_quote=False)}, Reason.MAY_NOT_QUOTE, Mend.EDIT_QUOTE),
        ({"terms": Terms(rule=GroundRule.DEEP_BACKGROUND)}, Reason.MAY_NOT_QUOTE, Mend.EDIT_QUOTE),
        ({"terms": Terms(rule=GroundRule.BACKGROUND)}, Reason.NO_ATTRIBUTION, Mend.SET_TERMS),
        ({"terms": Terms(rule=GroundRule.NOT_FOR_ATTRIBUTION, attribution=" ")}, Reason.NO_ATTRIBUTION, Mend.SET_TERMS),
        ({"confidential": True}, Reason.NO_ATTRIBUTION, Mend.SET_TERMS),
        ({"quote": replace(QUOTE, speakers=())}, Reason.NO_SPEAKER, Mend.EDIT_QUOTE),
        ({"quote": replace(QUOTE, words=" \n")}, Reason.NO_WORDS, Mend.EDIT_QUOTE),
        ({"quote": replace(QUOTE, withdrawn_at=NOW)}, Reason.WITHDRAWN, Mend.RESTORE),
    ],
)
@pytest.mark.parametrize("override", ["", "the editor says so"])
def test_what_the_terms_do_not_allow_is_refused_and_no_override_opens_it(
    change: dict[str, Any], reason: Reason, mend: Mend, override: str
) -> None:
    answer = refusal(replace(CLEAN, **change), override=override)
    assert (answer.reason, answer.mend) == (reason, mend)
    assert answer.sentence.endswith(".")
    assert answer.remedy.endswith(".")


def test_a_refusal_tells_nothing_of_the_quote() -> None:
    for rule in (GroundRule.OFF_RECORD, GroundRule.UNKNOWN, GroundRule.BACKGROUND, GroundRule.DEEP_BACKGROUND):
        told = str(refusal(replace(CLEAN, terms=Terms(rule=rule))))
        assert "accept" not in told
        assert "Crabtree" not in told
        assert "SAG-AFTRA" not in told


MATCHES = replace(CLEAN, verifications=verified(source=REPORT))


@pytest.mark.parametrize(
    ("record", "stamps"),
    [
        (MATCHES, ("[per TheWrap; not checked against the original]",)),
        (
            replace(CLEAN, verifications=verified(source=replace(REPORT, outlet=""))),
            ("[per a published report; not checked against the original]",),
        ),
        (
            replace(
                CLEAN, verifications=verified(source=replace(TAPE, kind=SourceKind.TRANSCRIPT, tier=Tier.SECONDARY))
            ),
            ("[per a transcript; not checked against the original]",),
        ),
        (
            # What kind of thing it was would say something of a source who may not be named.
            replace(
                CLEAN,
                terms=Terms(rule=GroundRule.BACKGROUND, attribution="a union official"),
                verifications=verified(source=replace(TAPE, kind=SourceKind.TRANSCRIPT, tier=Tier.SECONDARY)),
            ),
            ("[per a published report; not checked against the original]",),
        ),
        (replace(CLEAN, verifications=()), ("[UNVERIFIED]",)),
        (replace(CLEAN, quote=replace(QUOTE, words="We are going to accept a deal")), ("[CHANGED SINCE CHECKED]",)),
    ],
)
def test_what_is_not_checked_against_the_original_is_stamped(record: QuoteRecord, stamps: tuple[str, ...]) -> None:
    assert permit(record).stamps == stamps


def test_an_outlet_cannot_close_its_stamp() -> None:
    record = replace(CLEAN, verifications=verified(source=replace(REPORT, outlet="The Wrap] [x")))
    assert permit(record).stamp == "[per The Wrap) (x; not checked against the original]"


def test_a_disputed_quote_goes_only_with_a_reason_and_carries_it() -> None:
    record = replace(CLEAN, quote=replace(QUOTE, disputed="he says he was misheard"))
    assert refusal(record).reason is Reason.DISPUTED
    assert refusal(record).mend is Mend.GIVE_REASON
    assert refusal(record, override="  \n").reason is Reason.DISPUTED
    assert permit(record, override="two [others]\nheard it").stamps == ("[DISPUTED: two (others) heard it]",)


def test_a_reason_marks_nothing_that_is_not_disputed() -> None:
    assert permit(CLEAN, override="why not").stamps == ()


UNTIL = Embargo(until=datetime(2026, 7, 1, 0, 0, tzinfo=UTC), zone="America/Los_Angeles")


@pytest.mark.parametrize(
    ("embargo", "stamp"),
    [
        (UNTIL, "[EMBARGOED until Tue Jun 30, 5 p.m. PT]"),
        (replace(UNTIL, zone="America/New_York"), "[EMBARGOED until Tue Jun 30, 8 p.m. ET]"),
        (replace(UNTIL, zone="Asia/Tokyo"), "[EMBARGOED until Wed Jul 1, 9 a.m. JST]"),
        (replace(UNTIL, zone="no/where"), "[EMBARGOED until Wed Jul 1, 12 a.m. UTC]"),
        (
            replace(UNTIL, until=datetime(2027, 1, 2, 7, 59, tzinfo=UTC)),
            "[EMBARGOED until Fri Jan 1, 2027, 11:59 p.m. PT]",
        ),
        # The clocks go back: the hour comes twice, so the season is said.
        (replace(UNTIL, until=datetime(2026, 11, 1, 9, 30, tzinfo=UTC)), "[EMBARGOED until Sun Nov 1, 1:30 a.m. PST]"),
    ],
)
def test_an_embargo_is_shown_in_the_zone_it_was_given_in(embargo: Embargo, stamp: str) -> None:
    assert permit(replace(CLEAN, embargo=embargo)).stamps == (stamp,)


def test_an_embargo_is_judged_by_the_instant_and_ends_at_it() -> None:
    end = UNTIL.until
    assert in_force(UNTIL, end - timedelta(seconds=1))
    assert not in_force(UNTIL, end)
    # The same instant on a clock elsewhere.
    assert in_force(UNTIL, (end - timedelta(seconds=1)).astimezone(timezone(timedelta(hours=9))))
    assert not in_force(replace(UNTIL, lifted=True), end - timedelta(days=1))
    assert not in_force(None, end)
    assert permit(replace(CLEAN, embargo=UNTIL), now=end).stamps == ()


def test_an_embargoed_quote_that_nobody_checked_carries_both_stamps() -> None:
    answer = permit(replace(CLEAN, embargo=UNTIL, verifications=()))
    assert answer.stamp == "[EMBARGOED until Tue Jun 30, 5 p.m. PT] [UNVERIFIED]"


def test_a_clock_without_a_zone_is_not_taken() -> None:
    with pytest.raises(ValueError, match="zone"):
        gate(CLEAN, now=datetime(2026, 2, 14))


BACKGROUND = Terms(rule=GroundRule.BACKGROUND, attribution="a person familiar with the schedule")


@pytest.mark.parametrize(
    "record",
    [
        replace(MATCHES, terms=BACKGROUND),
        replace(MATCHES, terms=replace(BACKGROUND, rule=GroundRule.NOT_FOR_ATTRIBUTION)),
        replace(MATCHES, terms=replace(BACKGROUND, rule=GroundRule.ON_RECORD, may_name=False)),
        replace(MATCHES, terms=replace(BACKGROUND, rule=GroundRule.ON_RECORD), confidential=True),
        replace(
            MATCHES,
            terms=Terms(rule=GroundRule.DEEP_BACKGROUND, attribution="a union official"),
            quote=replace(QUOTE, form=QuoteForm.PARAPHRASE),
        ),
    ],
)
def test_a_source_who_may_not_be_named_is_nowhere_in_what_a_formatter_gets(record: QuoteRecord) -> None:
    answer = permit(record)
    assert answer.forbidden == ("Duncan Crabtree-Ireland",)
    given = " ".join(str(getattr(answer, f.name)) for f in fields(answer) if f.name != "forbidden")
    for secret in ("Duncan", "director", "SAG-AFTRA", "rally", "2026", "example.org", "TheWrap", "Talks extended"):
        assert secret not in given
    assert answer.origin is None
    assert answer.attribution.speakers == ()


def test_background_goes_under_the_agreed_attribution_only() -> None:
    assert permit(replace(CLEAN, terms=BACKGROUND)).attribution.agreed == "a person familiar with the schedule"


def test_deep_background_goes_as_a_paraphrase_without_any_attribution() -> None:
    terms = Terms(rule=GroundRule.DEEP_BACKGROUND, attribution="a union official")
    record = replace(CLEAN, terms=terms, quote=replace(QUOTE, form=QuoteForm.PARAPHRASE))
    answer = permit(record)
    assert answer.form is QuoteForm.PARAPHRASE
    assert answer.attribution.agreed == ""
    for form in (QuoteForm.FULL, QuoteForm.PARTIAL):
        assert refusal(replace(record, quote=replace(QUOTE, form=form))).reason is Reason.MAY_NOT_QUOTE


@pytest.mark.parametrize("form", list(QuoteForm))
def test_the_form_stays_what_it_is(form: QuoteForm) -> None:
    assert permit(replace(CLEAN, quote=replace(QUOTE, form=form))).form is form


@pytest.mark.parametrize(
    ("agreed_with", "hidden"),
    [("Zoe Quandt", ("Zoe Quandt",)), ("her agent", ()), ("AMPTP", ()), ("the press office", ()), ("", ())],
)
def test_with_whom_the_terms_were_agreed_is_hidden_where_that_is_a_person(
    agreed_with: str, hidden: tuple[str, ...]
) -> None:
    terms = Terms(rule=GroundRule.BACKGROUND, attribution="a studio executive", agreed_with=agreed_with)
    noted = replace(QUOTE, speakers=(Speaker(person_id=7, name="A studio executive"),))
    answer = permit(replace(CLEAN, quote=noted, terms=terms))
    assert answer.forbidden == ("A studio executive", *hidden)


@pytest.mark.parametrize(
    ("agreed_with", "names"),
    [
        ("Jo Roe", ("Jo Roe",)),
        ("van der Berg", ("van der Berg",)),
        ("Khalid al-Masri", ("Khalid al-Masri",)),
        ("d’Angelo", ("d’Angelo",)),
        ("Jo Roe, her agent", ("Jo Roe",)),
        ("Jo Roe by phone on Monday", ("Jo Roe",)),
        ("Jo Roe and Ann Lee", ("Jo Roe", "Ann Lee")),
        ("山田 花子", ("山田 花子",)),
        ("her agent", ()),
        ("her agent at Creative Artists", ()),
        ("the AMPTP", ()),
        ("—", ()),
        ("", ()),
        ("her lawyer Jo Roe", ("Jo Roe",)),
        ("by phone with Jo Roe", ("Jo Roe",)),
        ("agent: Jo Roe", ("Jo Roe",)),
        ("Jo Roe's lawyer", ("Jo Roe",)),
        ("Jo Roe or Ann Lee", ("Jo Roe", "Ann Lee")),
        ("Jo Roe - by text", ("Jo Roe",)),
        ("Jo Roe, Monday", ("Jo Roe",)),
        ("J. Roe", ("J. Roe",)),
        ("with the Screen Actors Guild", ()),
        ("her agent in New York", ()),
        ("the studio's lawyer", ()),
        ("the U.S. Senate", ()),
    ],
)
def test_whom_terms_were_agreed_with_is_a_name_where_it_is_one(agreed_with: str, names: tuple[str, ...]) -> None:
    assert named_in(agreed_with) == names
