"""Nothing leaves that may not: random quotes, terms, names and formats through the gate and out.

The suite runs some thousands of cases; a hundred thousand by

    DESK_LEAK_EXAMPLES=100000 python -m pytest tests/unit/app/test_leaks.py

What is checked here is written anew and not taken from the gate or the formats; and holes planted in these must be
found by a short run.
"""

from __future__ import annotations

import os
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import desk.app.release as release_module
import desk.formats.copies.sentence as sentence_module
import desk.model.names.forms as nameforms_module
import desk.model.names.names as names_module
import desk.model.names.readings as readings_module
import desk.model.quotes.gate as gate_module
from desk.app.release import release, release_text
from desk.formats.copies.attribution import Guide, HouseStyle
from desk.formats.copies.formats import CopyFormat, all_formats
from desk.formats.copies.marks import Marks
from desk.model.dates.value import DateValue
from desk.model.enums import EndMark, GroundRule, Precision, QuoteForm, SourceKind, Tier, VerificationKind
from desk.model.names.names import Names
from desk.model.quotes.fingerprint import fingerprint
from desk.model.quotes.gate import Permit, gate
from desk.model.quotes.groundrules import Permissions
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.records import Embargo, Quote, QuoteRecord, Source, Speaker, Terms, Verification
from desk.model.released import Released

EXAMPLES = int(os.environ.get("DESK_LEAK_EXAMPLES", "3000"))
SHORT = 600

NOW = datetime(2026, 2, 14, 17, 0, tzinfo=UTC)
SECRET_DAY = date(2025, 11, 23)

# Made so that none of their letters stand anywhere else in what a format writes.
PEOPLE = (
    "Zyra Quandt",
    "Örjan Vikström",
    "Mara O’Dwyerly",
    "Ilse van der Brakk",
    "Tomas Crale-Pell",
    "Jürgen Bÿtt-Uhl",
)
# Names of everyday words and months, and sentences in which whatever stands there is somebody's name.
EVERYDAY = ("Theresa May", "Will Price", "Rose Park", "June March", "George Will", "Anna White", "Grace West")
SENTENCES = (
    "{} said no.",
    "a memo by {}",
    "They met in May, and {} told them.",
    "“Will they? May we ask {}?”",
    "at the White House with {}, 45, who left",
    "Prices rose in May. According to {} they will rise",
    "Members lost confidence in {}.",
    "They brought in {} to end it",
    "since {} took over",
    "qqa {} qqb",
)
TITLES = ("chief zanderling", "vice xylarch", "")
PARTIES = ("Quorvex Guild", "ZBBX", "")
VENUES = ("Hotel Brambleton", "a rally in Wexcombe", "")
TITLE, OUTLET, URL = "Glimrod papers", "The Daily Vrooming", "https://brambling.example/kx"
# Every word of a quote begins with "qq", so that it is known again in any text.
WORDS = ("qqalpha", "qqbeta", "qqgamma", "qqdelta", "qqnot", "Qqomega", "“qqinner”", "qqafter,", "but qqthen", "qqend.")
TEMPLATES = {
    "mine": "{quote} — {name}, {title} ({date}; {venue}) {stamp}",
    "long": "{sentence} [{source}, {outlet}] {url} {locator} {party} {state} {attribution} {said}",
    "short": "{quote}",
}
FORMATS = all_formats(TEMPLATES)


def folded(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    apart = unicodedata.normalize("NFKD", text.replace("ø", "o"))
    return "".join(c for c in apart if c.isalnum()).casefold()


def _surname_of(name: str) -> str:
    return name.split()[-1]


#: Ways in which people write a name, and in which it may come out of a format.
WRITTEN: tuple[Callable[[str], str], ...] = (
    lambda name: name,
    str.upper,
    str.lower,
    _surname_of,
    lambda name: _surname_of(name) + "’s",
    lambda name: _surname_of(name).upper() + "'S",
    lambda name: f"{name[0]}. {_surname_of(name)}",
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace("-", " ").replace("’", "'"),
    lambda name: name.lower().replace("-", " "),
    lambda name: name.replace("-", "\u2011").replace("’", ""),
    lambda name: name[:-2] + "-\n" + name[-2:],
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)),
    lambda name: f"{_surname_of(name)}, {name.split()[0]}",
)


@dataclass(frozen=True)
class Case:
    """One quote on its way out."""

    record: QuoteRecord
    override: str
    chosen: CopyFormat
    house: HouseStyle
    secret: tuple[str, ...]
    way: str
    mention: tuple[str, str]
    everyday: tuple[str, str]


def drawn(number: int) -> Case:
    """The case that a number stands for. One number draws a whole case, so that a hundred thousand take minutes."""
    dice = random.Random(number)
    pick = dice.choice
    people = dice.sample(PEOPLE, pick([1, 1, 2]))
    secret = tuple(dice.sample(PEOPLE, pick([0, 1, 2])))
    form = pick(list(QuoteForm))
    pool = WORDS if form is not QuoteForm.PARAPHRASE else tuple(word for word in WORDS if "“" not in word)
    said = dice.choices(pool, k=dice.randint(1, 12))
    parts = [pick([" ", " ", " ", "\n\n", "\n"]).join(said)]
    if pick([True, False]):
        parts.insert(pick([0, 1]), pick(WRITTEN)(pick([*people, *secret])))
    quote = Quote(
        id=1,
        form=form,
        words=" ".join(parts),
        end_mark=pick(list(EndMark)),
        speakers=tuple(
            Speaker(person_id=at + 1, name=name, title=pick(TITLES), party=pick(PARTIES))
            for at, name in enumerate(people)
        ),
        source_id=1,
        venue=pick(VENUES),
        date=DateValue(precision=Precision.DAY, start=SECRET_DAY, end=SECRET_DAY),
        locator="p. 4711",
        disputed=pick([*[""] * 7, "misheard"]),
        withdrawn_at=pick([*[None] * 15, NOW]),
    )
    kind = pick([SourceKind.PUBLISHED_REPORT, *SourceKind])
    tier = Tier.SECONDARY if kind is SourceKind.PUBLISHED_REPORT else pick(list(Tier))
    source = Source(id=1, code="S1", kind=kind, tier=tier, title=TITLE, outlet=OUTLET, url=URL)
    compared = pick([None, quote, quote, quote, replace(quote, words="other words")])
    maybe = [*[None] * 10, True, False]
    often = [GroundRule.ON_RECORD, GroundRule.ON_RECORD, GroundRule.BACKGROUND, GroundRule.NOT_FOR_ATTRIBUTION]
    terms = Terms(
        rule=pick([*often, *often, *GroundRule]),
        may_publish=pick(maybe),
        may_quote=pick(maybe),
        may_name=pick(maybe),
        attribution=pick(["", *["an official"] * 5, "a friend of Zyra Quandt"]),
    )
    embargo = Embargo(until=NOW + timedelta(hours=pick([-1, 0, 1])), zone="America/Los_Angeles")
    return Case(
        record=QuoteRecord(
            quote=quote,
            source=source,
            terms=terms,
            embargo=pick([None, None, embargo, replace(embargo, lifted=True)]),
            verifications=() if compared is None else (_verification(compared, source),),
            confidential=any(name in secret for name in people),
        ),
        override=pick(["", "", "two heard it", "says Örjan Vikström"]),
        chosen=pick(FORMATS),
        house=HouseStyle(date(2026, 2, 14), pick(list(Marks)), pick(list(Guide))),
        secret=secret,
        way=pick(["clipboard", "clipboard", "export", "search", "changed"]),
        mention=(whose := pick(PEOPLE), f"qqa {pick(WRITTEN)(whose)} qqb"),
        everyday=(called := pick(EVERYDAY), pick(SENTENCES).format(pick(WRITTEN)(called))),
    )


CASES = st.integers(0, 2**64 - 1).map(drawn)


def _verification(quote: Quote, source: Source) -> tuple[Verification, Source]:
    return Verification(quote_id=1, kind=VerificationKind.DOCUMENT, fingerprint=fingerprint(quote)), source


def leave(case: Case) -> Permit | Refusal | Released:
    """The way of a quote out of the desk; a Permit never comes of it."""
    answer = gate(case.record, now=NOW, override=case.override)
    if isinstance(answer, Refusal):
        return answer
    return release(answer, case.chosen, way=case.way, names=Names(case.secret), house=case.house)


def holds(case: Case) -> None:
    """Everything that must be so, whatever the quote, its terms and the format."""
    record, quote, terms = case.record, case.record.quote, case.record.terms
    for whose, mention in (case.mention, case.everyday):
        assert isinstance(release_text(mention, way="status", names=Names([whose])), Refusal), mention
    answer = leave(case)
    closed = terms.rule in (GroundRule.OFF_RECORD, GroundRule.UNKNOWN) or terms.may_publish is False
    if closed or quote.withdrawn_at is not None:
        assert isinstance(answer, Refusal)
        return
    unquoted = terms.rule is GroundRule.DEEP_BACKGROUND or terms.may_quote is False
    if unquoted and quote.form is not QuoteForm.PARAPHRASE:
        assert isinstance(answer, Refusal)
        return
    if quote.disputed and not case.override:
        assert isinstance(answer, Refusal)
        return
    by_label = terms.rule is GroundRule.ON_RECORD if terms.may_name is None else terms.may_name
    named = by_label and not record.confidential and terms.rule is not GroundRule.DEEP_BACKGROUND
    stamps = _stamps(case)
    told = [quote.words, case.override if quote.disputed else "", terms.attribution if not named else ""]
    hidden = {*case.secret, *(() if named else (speaker.name for speaker in quote.speakers))}
    mentioned = any(folded(_surname_of(name)) in folded(text) for name in hidden for text in told)
    if isinstance(answer, Refusal):
        unattributed = not named and not terms.attribution and terms.rule is not GroundRule.DEEP_BACKGROUND
        unclean = case.way == "changed" and bool(stamps)
        assert unattributed or unclean or mentioned, answer
        assert (answer.reason is Reason.NOT_CLEAN) <= unclean
        return
    assert isinstance(answer, Released)
    text = answer.text
    plain = folded(text)
    for name in hidden:
        assert folded(_surname_of(name)) not in plain, name
    if not named:
        for secret in (
            TITLE,
            OUTLET,
            URL,
            "brambling",
            "p. 4711",
            "November",
            "Nov.",
            "2025",
            *TITLES,
            *PARTIES,
            *VENUES,
        ):
            assert not secret or folded(secret) not in plain, secret
    if terms.rule is GroundRule.DEEP_BACKGROUND:
        assert "official" not in plain
    for stamp in stamps:
        assert stamp in text, stamp
    assert bool(stamps) == ("[" in text.replace("[Glimrod", "")), "a stamp where there should be none"
    assert not (case.way == "changed" and stamps)
    outside, inside = _where_words_stand(text, case.house.marks)
    if quote.form is QuoteForm.PARAPHRASE:
        assert not inside
    else:
        assert not outside
        assert inside
    if quote.form is QuoteForm.PARTIAL and case.chosen.name.startswith(("sentence", "later")):
        assert "in part" in text


def _stamps(case: Case) -> list[str]:
    """What must be said with the words."""
    record, stamps = case.record, []
    embargo = record.embargo
    if embargo is not None and not embargo.lifted and embargo.until > NOW:
        stamps.append("[EMBARGOED until Sat Feb 14, 10 a.m. PT]")
    if record.quote.disputed:
        stamps.append(f"[DISPUTED: {case.override}]")
    elif not record.verifications:
        stamps.append("[UNVERIFIED]")
    elif record.verifications[0][0].fingerprint != fingerprint(record.quote):
        stamps.append("[CHANGED SINCE CHECKED]")
    elif record.source is not None and record.source.tier is Tier.SECONDARY:
        stamps.append("; not checked against the original]")
    return stamps


def _where_words_stand(text: str, style: Marks) -> tuple[int, int]:
    """How many words of the quote stand outside and inside of marks. A paragraph opens its own."""
    pair = ("“", "”") if style is Marks.US else ("‘", "’")
    outside = inside = 0
    for line in text.split("\n"):
        within = False
        for at, character in enumerate(line):
            if character == pair[0]:
                within = True
            elif character == pair[1] and not (line[at - 1 : at].isalpha() and line[at + 1 : at + 2].isalpha()):
                within = False
            elif line[at : at + 2].lower() == "qq":
                inside, outside = inside + within, outside + (not within)
    return outside, inside


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow], report_multiple_bugs=False
)
@given(CASES)
def test_no_forbidden_name_no_restricted_word_and_no_unmarked_quote_ever_comes_out(case: Case) -> None:
    holds(case)


@pytest.fixture(autouse=True)
def names_made_anew() -> Iterator[None]:
    """The forms of a name are kept once they are made; those of a planted hole are not."""
    nameforms_module.forms_of_person.cache_clear()
    yield
    nameforms_module.forms_of_person.cache_clear()


def found_by_a_short_run() -> bool:
    """Whether some thousands of cases show that something leaks."""

    @settings(
        max_examples=SHORT,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        derandomize=True,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(CASES)
    def tried(case: Case) -> None:
        holds(case)

    try:
        tried()
    except AssertionError:
        return True
    return False


def test_the_short_run_finds_nothing_where_there_is_no_hole() -> None:
    assert not found_by_a_short_run()


def _no_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sentence_module.ended
    monkeypatch.setattr(sentence_module, "ended", lambda *a, **k: real(*a, **k).strip("“”‘’"))


def _no_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    real = release_module.render
    monkeypatch.setattr(release_module, "render", lambda p, c, h: real(replace(p, stamps=()), c, h))


def _no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_module.Names, "within", lambda *a, **k: False)


def _accents_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        readings_module, "_read_by", lambda text, table, starts, **k: readings_module.Reading(text, starts)
    )


def _hyphens_count(monkeypatch: pytest.MonkeyPatch) -> None:
    real = nameforms_module.whole
    monkeypatch.setattr(nameforms_module, "_halves", lambda *a: set())
    monkeypatch.setattr(nameforms_module, "whole", lambda words, **k: real([w.replace("-", "") for w in words], **k))


def _surnames_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nameforms_module, "_alone", lambda words: set())


def _everyday_words_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_module, "is_no_name", lambda word, *a, **k: word in names_module.COMMON)


def _everything_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = gate_module.permissions
    monkeypatch.setattr(gate_module, "permissions", lambda *a, **k: replace(real(*a, **k), name=True))


def _confidential_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    real = gate_module.permissions
    monkeypatch.setattr(gate_module, "permissions", lambda terms, **k: real(terms))


def _unknown_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    real = gate_module._refused

    def refused(record: QuoteRecord, allowed: Permissions, override: str, rule: str) -> Refusal | None:
        if record.terms.rule is GroundRule.UNKNOWN:
            return None
        return real(record, allowed, override, rule)

    monkeypatch.setattr(gate_module, "_refused", refused)


def _paraphrase_in_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sentence_module._paraphrase
    monkeypatch.setattr(sentence_module, "_paraphrase", lambda *a: f"“{real(*a)}”")


def _partial_made_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sentence_module.said
    monkeypatch.setattr(sentence_module, "said", lambda *a, **k: real(*a))


def _outlet_in_the_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    real = gate_module._report
    monkeypatch.setattr(gate_module, "_report", lambda record, named: real(record, named=True))


def _embargo_over_too_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate_module, "in_force", lambda embargo, now: False)


def _stamped_in_a_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    way = replace(release_module.WAYS_OUT["changed"], clean_only=False)
    monkeypatch.setattr(release_module, "WAYS_OUT", {**release_module.WAYS_OUT, "changed": way})


@pytest.mark.parametrize(
    "plant",
    [
        _no_marks,
        _no_stamp,
        _no_search,
        _accents_count,
        _hyphens_count,
        _surnames_do_not_count,
        _everyday_words_do_not_count,
        _everything_may_be_named,
        _confidential_forgotten,
        _unknown_is_open,
        _paraphrase_in_marks,
        _partial_made_whole,
        _outlet_in_the_stamp,
        _embargo_over_too_soon,
        _stamped_in_a_digest,
    ],
)
def test_a_planted_hole_is_found(plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert found_by_a_short_run()
