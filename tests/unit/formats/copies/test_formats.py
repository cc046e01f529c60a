"""How a quote reads when it is copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from desk.formats.copies.attribution import (
    Guide,
    HouseStyle,
    Reference,
    attribution_text,
    surname,
    when,
    where,
    with_article,
)
from desk.formats.copies.formats import FIELDS, FORMATS, CopyFormat, Kind, all_formats, render
from desk.formats.copies.marks import Marks
from desk.formats.copies.sentence import Placement, sentence
from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import Basis, Bound, EndMark, Precision, QuoteForm, QuoteState
from desk.model.errors import InputError
from desk.model.quotes.gate import Attribution, Named, Origin, Permit

HOUSE = HouseStyle(today=date(2026, 2, 14))
BRITISH = HouseStyle(today=date(2026, 2, 14), marks=Marks.BRITISH, guide=Guide.BRITISH)
JANUARY = DateValue(precision=Precision.MONTH, start=date(2026, 1, 1), end=date(2026, 1, 31))
PER_REPORT = "[per a published report; not checked against the original]"

DUNCAN = Named("Duncan Crabtree-Ireland", "national executive director", "SAG-AFTRA")
ASTIN = Named("Sean Astin", "president", "SAG-AFTRA")
GUILD = Named("DGA", is_party=True)
UNION = Named("SAG-AFTRA", is_party=True)
STUDIOS = Named("AMPTP", is_party=True)

Q1 = Permit(
    form=QuoteForm.FULL,
    words="We are not going to accept a deal that is not fair to our members",
    end_mark=EndMark.UNKNOWN,
    attribution=Attribution(speakers=(DUNCAN,)),
    state=QuoteState.MATCHES_REPORT,
    origin=Origin(venue="an appearance at the Consumer Electronics Show", date=JANUARY, report=True),
    stamps=(PER_REPORT,),
)
#: Checked against a recording, of no date and place.
CLEAN = replace(Q1, state=QuoteState.VERIFIED, origin=Origin(), stamps=())
WHO = "Duncan Crabtree-Ireland, national executive director of SAG-AFTRA,"
WORDS = "We are not going to accept a deal that is not fair to our members"


def test_the_quote_of_the_demo_as_a_sentence() -> None:
    assert render(Q1, FORMATS[0], HOUSE) == (
        f"“{WORDS},” {WHO} said in January in an appearance at the Consumer Electronics Show, "
        f"according to a published report. {PER_REPORT}"
    )


def test_a_verified_quote_needs_no_report_and_no_stamp() -> None:
    assert render(CLEAN, FORMATS[0], HOUSE) == f"“{WORDS},” {WHO} said."


@pytest.mark.parametrize(
    ("change", "placement", "expected"),
    [
        ({}, Placement.BEFORE, f"{WHO} said, “{WORDS}.”"),
        ({}, Placement.BETWEEN, f"“{WORDS},” {WHO} said."),
        ({"words": "We tried. We failed."}, Placement.BETWEEN, f"“We tried,” {WHO} said. “We failed.”"),
        ({"words": "Did we try? We did."}, Placement.BETWEEN, f"“Did we try?” {WHO} said. “We did.”"),
        ({"words": "We tried. We failed."}, Placement.BEFORE, f"{WHO} said: “We tried. We failed.”"),
        (
            {"words": "We will wait for them, but we will not wait forever."},
            Placement.BETWEEN,
            f"“We will wait for them,” {WHO} said, “but we will not wait forever.”",
        ),
        ({"words": "Yes, but no."}, Placement.BETWEEN, f"“Yes, but no,” {WHO} said."),
        ({"words": "Is it fair?"}, Placement.AFTER, f"“Is it fair?” {WHO} said."),
        ({"words": "Is it fair?"}, Placement.BEFORE, f"{WHO} said, “Is it fair?”"),
        ({"words": 'They said "no."'}, Placement.AFTER, f"“They said ‘no,’” {WHO} said."),
        (
            {"words": "One here.\n\nTwo here.\n\nThree here."},
            Placement.AFTER,
            f"“One here,” {WHO} said.\n\n“Two here.\n\n“Three here.”",
        ),
        (
            {"words": "One here.\n\nTwo here."},
            Placement.BEFORE,
            f"{WHO} said:\n\n“One here.\n\n“Two here.”",
        ),
        (
            {"words": "One here. One more.\n\nTwo here."},
            Placement.BETWEEN,
            f"“One here,” {WHO} said. “One more.\n\n“Two here.”",
        ),
    ],
)
def test_the_attribution_stands_before_between_or_after(
    change: dict[str, str], placement: Placement, expected: str
) -> None:
    permit = replace(CLEAN, end_mark=EndMark.GIVEN, **change)
    assert sentence(permit, HOUSE, placement=placement) == expected


@pytest.mark.parametrize(
    "words",
    [
        "We know that, if they walk out, nobody wins.",
        "We waited — and I say we, because it was all of us — for an answer.",
        "The offer on the table, while certainly a new one, is not fair.",
        "We spoke of wages, of health and pension, and of the money for reruns.",
        "They told us (we wrote it down, and we kept it) to go home.",
    ],
)
def test_a_sentence_is_not_parted_inside_of_what_belongs_together(words: str) -> None:
    permit = replace(CLEAN, words=words, end_mark=EndMark.GIVEN)
    assert sentence(permit, HOUSE, placement=Placement.BETWEEN) == sentence(permit, HOUSE)


@pytest.mark.parametrize(
    ("speakers", "first", "later"),
    [
        ((DUNCAN,), WHO.rstrip(","), "Crabtree-Ireland"),
        ((GUILD,), "the DGA", "the DGA"),
        ((UNION, STUDIOS), "SAG-AFTRA and the AMPTP", "SAG-AFTRA and the AMPTP"),
        ((DUNCAN, ASTIN), f"{WHO} and Sean Astin, president of SAG-AFTRA", "Crabtree-Ireland and Astin"),
        ((Named("Greg Hessinger"),), "Greg Hessinger", "Hessinger"),
        ((Named("Greg Hessinger", party="AMPTP"),), "Greg Hessinger of the AMPTP", "Hessinger"),
        ((Named("Sean Astin", "SAG-AFTRA president", "SAG-AFTRA"),), "Sean Astin, SAG-AFTRA president", "Astin"),
        ((Named("A B"), Named("C D"), GUILD), "A B, C D and the DGA", "B, D and the DGA"),
        (
            (DUNCAN, ASTIN, GUILD),
            "Duncan Crabtree-Ireland, national executive director of SAG-AFTRA; Sean Astin, president of SAG-AFTRA; "
            "and the DGA",
            "Crabtree-Ireland, Astin and the DGA",
        ),
    ],
)
def test_who_said_it_at_the_first_and_at_a_later_reference(speakers: tuple[Named, ...], first: str, later: str) -> None:
    attribution = Attribution(speakers=speakers)
    assert attribution_text(attribution) == first
    assert attribution_text(attribution, Reference.LATER) == later


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (Named("Ann Lee", "National Executive Director", "SAG-AFTRA"), "Ann Lee, national executive director of SAG-AFTRA"),
        (Named("Ann Lee", "CEO", "Netflix"), "Ann Lee, CEO of Netflix"),
        (Named("Ann Lee", "Co-CEO and President", "Netflix"), "Ann Lee, co-CEO and president of Netflix"),
        (Named("Ann Lee", "Senior Vice President of Labor Relations", "AMPTP"),
         "Ann Lee, senior vice president of labor relations for the AMPTP"),
        (Named("Ann Lee", "General Motors President"), "Ann Lee, General Motors President"),
        (Named("Ann Lee", "Speaker of the House"), "Ann Lee, Speaker of the House"),
        (Named("Ann Lee", "U.S. senator", "Democratic Party"), "Ann Lee, U.S. senator of the Democratic Party"),
        (Named("Ann Lee", "spokeswoman", "AMPTP"), "Ann Lee, spokeswoman for the AMPTP"),
        (Named("Ann Lee", "the union’s president", "SAG-AFTRA"), "Ann Lee of SAG-AFTRA, the union’s president"),
        (Named("Ann Lee", "SAG-AFTRA’s president", "SAG-AFTRA"), "Ann Lee, SAG-AFTRA’s president"),
        (Named("Ann Lee", "Gov."), "Gov. Ann Lee"),
        (Named("Ann Lee", "Dr.", "UCLA"), "Dr. Ann Lee of UCLA"),
        (Named("Sammy Davis, Jr.", "president", "SAG-AFTRA"), "Sammy Davis Jr., president of SAG-AFTRA"),
        (Named("Sammy Davis, III"), "Sammy Davis III"),
    ],
)  # fmt: skip
def test_titles_stand_as_news_copy_has_them(speaker: Named, expected: str) -> None:
    assert attribution_text(Attribution(speakers=(speaker,))) == expected


def test_after_a_long_title_the_verb_would_come_too_late() -> None:
    both = Attribution(speakers=(DUNCAN, Named("Bo Diaz", "chief negotiator", "AMPTP")))
    permit = replace(CLEAN, words="We wait.", attribution=both)
    who = f"{WHO} and Bo Diaz, chief negotiator for the AMPTP"
    assert sentence(permit, HOUSE) == f"“We wait,” said {who}."
    assert sentence(permit, HOUSE, placement=Placement.BEFORE) == f"{who}, said, “We wait.”"
    dated = replace(permit, origin=Q1.origin)
    assert sentence(dated, HOUSE).startswith(f"“We wait,” {who}, said in January in an appearance")


def test_a_year_after_its_day_stands_between_commas() -> None:
    origin = Origin(date=_day(date(2025, 12, 13)), venue="statement")
    permit = replace(CLEAN, words="We wait.", attribution=Attribution(speakers=(Named("Ann Lee"),)), origin=origin)
    assert sentence(permit, HOUSE) == "“We wait,” Ann Lee said Dec. 13, 2025, in a statement."
    assert sentence(permit, BRITISH) == "‘We wait’, Ann Lee said on 13 December 2025 in a statement."


def test_a_later_reference_has_neither_title_nor_occasion() -> None:
    permit = replace(CLEAN, origin=Q1.origin)
    assert sentence(permit, HOUSE, reference=Reference.LATER) == f"“{WORDS},” Crabtree-Ireland said."


def test_a_joint_statement_from_a_report_credits_its_outlet() -> None:
    day = DateValue(precision=Precision.DAY, start=date(2026, 3, 6), end=date(2026, 3, 6))
    permit = replace(
        Q1,
        words="SAG-AFTRA and the AMPTP will extend negotiations into the week of March 9",
        attribution=Attribution(speakers=(UNION, STUDIOS)),
        origin=Origin(venue="a joint statement", date=day, outlet="TheWrap", report=True),
        stamps=("[per TheWrap; not checked against the original]",),
    )
    words = "SAG-AFTRA and the AMPTP will extend negotiations into the week of March 9"
    tail = "said March 6 in a joint statement, according to TheWrap"
    assert sentence(permit, HOUSE) == f"“{words},” SAG-AFTRA and the AMPTP {tail}."
    assert sentence(permit, HOUSE, placement=Placement.BEFORE) == f"SAG-AFTRA and the AMPTP {tail}: “{words}.”"


def test_a_date_that_was_inferred_is_not_told_as_a_fact() -> None:
    day = DateValue(precision=Precision.DAY, start=date(2026, 2, 9), end=date(2026, 2, 9), basis=Basis.INFERRED)
    permit = replace(CLEAN, origin=Origin(date=day))
    assert "Feb" not in sentence(permit, HOUSE)
    assert "Monday" not in sentence(permit, HOUSE)
    assert "Said: Feb. 9 (inferred)" in render(permit, named("provenance"), HOUSE)


def named(name: str) -> CopyFormat:
    return next(known for known in FORMATS if known.name == name)


PARAPHRASE = replace(
    CLEAN, form=QuoteForm.PARAPHRASE, words="a strike remains possible if there is no agreement", end_mark=EndMark.GIVEN
)


@pytest.mark.parametrize("marks", list(Marks))
@pytest.mark.parametrize("chosen", all_formats({"mine": "{quote} {attribution}"}))
def test_a_paraphrase_gets_no_marks_in_any_format(chosen: CopyFormat, marks: Marks) -> None:
    for words in (PARAPHRASE.words, f"“{PARAPHRASE.words}.”"):
        text = render(replace(PARAPHRASE, words=words), chosen, replace(HOUSE, marks=marks))
        assert not set(text) & set('“”‘’"')
        assert "strike remains possible" in text


def test_a_paraphrase_reads_as_a_sentence() -> None:
    said = "if there is no agreement"
    assert sentence(PARAPHRASE, HOUSE) == f"A strike remains possible {said}, {WHO} said."
    before = sentence(PARAPHRASE, HOUSE, placement=Placement.BEFORE)
    assert before == f"{WHO} said that a strike remains possible {said}."


@pytest.mark.parametrize(
    ("words", "after", "before"),
    [
        ("The talks go on.", "The talks go on, Lee said.", "Lee said that the talks go on."),
        ("SAG-AFTRA will wait", "SAG-AFTRA will wait, Lee said.", "Lee said that SAG-AFTRA will wait."),
        ("talks resume at 9 a.m.", "Talks resume at 9 a.m., Lee said.", "Lee said that talks resume at 9 a.m."),
        ("the offer was “insulting.”", "The offer was “insulting,” Lee said.", "Lee said that the offer was “insulting.”"),
        ("is a deal near?", "Is a deal near? Lee said.", "Lee said: Is a deal near?"),
        ("talks go on. A deal is near", "Talks go on, Lee said. A deal is near.", "Talks go on, Lee said. A deal is near."),
    ],
)  # fmt: skip
def test_a_paraphrase_has_its_capital_and_one_point(words: str, after: str, before: str) -> None:
    permit = replace(PARAPHRASE, words=words, attribution=Attribution(speakers=(Named("Lee"),)))
    assert sentence(permit, HOUSE) == after
    assert sentence(permit, HOUSE, placement=Placement.BEFORE) == before


def test_a_paraphrase_from_a_report_credits_it() -> None:
    permit = replace(PARAPHRASE, words="it waits", attribution=Attribution(speakers=(Named("Lee"),)), origin=Origin(
        outlet="TheWrap", report=True), state=QuoteState.MATCHES_REPORT)  # fmt: skip
    assert sentence(permit, HOUSE) == "It waits, Lee said, according to TheWrap."
    assert sentence(permit, HOUSE, placement=Placement.BEFORE) == "Lee said, according to TheWrap, that it waits."


def test_deep_background_is_a_sentence_of_nobody() -> None:
    permit = replace(PARAPHRASE, attribution=Attribution(), origin=None)
    assert sentence(permit, HOUSE) == "A strike remains possible if there is no agreement."


def test_a_partial_quote_stays_partial() -> None:
    permit = replace(CLEAN, form=QuoteForm.PARTIAL, words="not fair to our members")
    assert sentence(permit, HOUSE) == f"“not fair to our members,” {WHO} said in part."
    before = sentence(permit, HOUSE, placement=Placement.BEFORE)
    assert before == f"{WHO} said in part: “not fair to our members.”"
    assert sentence(permit, HOUSE, placement=Placement.BETWEEN) == sentence(permit, HOUSE)
    assert render(replace(permit, words="not fair,"), named("words"), HOUSE) == "“not fair”"
    assert render(permit, named("provenance"), HOUSE).startswith("Partial quote: “not fair")


def test_an_agreed_attribution_stands_in_for_the_name() -> None:
    agreed = Attribution(agreed="a person familiar with the schedule")
    permit = replace(CLEAN, attribution=agreed, origin=None, stamps=("[UNVERIFIED]",))
    assert render(permit, FORMATS[0], HOUSE) == f"“{WORDS},” a person familiar with the schedule said. [UNVERIFIED]"
    before = render(permit, named("sentence-before"), HOUSE)
    assert before == f"A person familiar with the schedule said, “{WORDS}.” [UNVERIFIED]"


def test_the_words_alone_invent_no_end_and_keep_the_one_given() -> None:
    words = named("words")
    assert render(CLEAN, words, HOUSE) == f"“{WORDS}”"
    assert render(replace(CLEAN, words=WORDS + ","), words, HOUSE) == f"“{WORDS}”"
    assert render(replace(CLEAN, words="Fair, yes.", end_mark=EndMark.GIVEN), words, HOUSE) == "“Fair, yes.”"


def test_markdown_shows_the_words_as_they_are() -> None:
    permit = replace(CLEAN, words="*We* [won't](x) <b>_go_</b>\n\n# not a heading", stamps=("[UNVERIFIED]",))
    assert render(permit, named("markdown"), HOUSE) == (
        "> “\\*We\\* \\[won't\\](x) \\<b>\\_go\\_\\</b>\n>\n> “# not a heading”\n>\n"
        "> — Duncan Crabtree-Ireland, national executive director of SAG-AFTRA [UNVERIFIED]"
    )


def test_a_paraphrase_in_markdown_begins_no_list() -> None:
    permit = replace(PARAPHRASE, words="1. a strike\n\n- a deal")
    text = render(permit, named("markdown"), HOUSE)
    assert "> \\1. a strike" in text
    assert "> \\- a deal" in text


def test_provenance_names_source_date_and_state() -> None:
    origin = Origin(
        date=JANUARY,
        title="Talks extended",
        outlet="TheWrap",
        url="https://example.org/1",
        locator="par. 7",
        report=True,
    )
    assert render(replace(Q1, origin=origin), named("provenance"), HOUSE) == (
        f"Quote: “{WORDS}”\n"
        f"Attribution: {WHO.rstrip(',')}\n"
        "Said: January\n"
        "Source: Talks extended, TheWrap, par. 7, https://example.org/1\n"
        "State: matches report\n"
        f"{PER_REPORT}"
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{quote} — {name}, {title} ({date}; {venue})", "“No.” — A B, chair (January; a rally)"),
        ("{quote} — {name} ({url})", "“No.” — A B"),
        ("{quote} ({outlet}; {venue}), {name}", "“No.” (a rally), A B"),
        ("{quote} [{outlet}; {url}]", "“No.”"),
        ("{url}: {quote}", "“No.”"),
        ("({url}; {venue}) {quote}", "(a rally) “No.”"),
        ("{quote} — {party}, {url} / {venue}", "“No.” — a rally"),
        ("{{braces}} {quote}", "{braces} “No.”"),
        ("{sentence}", "“No,” A B, chair, said in January at a rally."),
    ],
)
def test_a_template_of_the_newsroom_is_filled_in(template: str, expected: str) -> None:
    permit = replace(
        CLEAN,
        words="No.",
        end_mark=EndMark.GIVEN,
        attribution=Attribution(speakers=(Named("A B", "chair"),)),
        origin=Origin(date=JANUARY, venue="a rally"),
    )
    assert render(permit, CopyFormat("mine", "", Kind.TEMPLATE, template=template), HOUSE) == expected


def test_a_template_that_forgets_the_stamp_gets_it_all_the_same_and_one_that_has_it_once() -> None:
    for template in ("{quote}", "{quote} {stamp}", "{stamp} {quote}"):
        text = render(Q1, CopyFormat("mine", "", Kind.TEMPLATE, template=template), HOUSE)
        assert text.count(PER_REPORT) == 1


@pytest.mark.parametrize("template", ["{words}", "{quote.form}", "{quote!r}", "{quote:>9}", "{}", "{0}", "{quote", "}"])
def test_a_template_with_an_unknown_field_is_refused_with_its_name(template: str) -> None:
    with pytest.raises(InputError) as refused:
        render(CLEAN, CopyFormat("mine", "", Kind.TEMPLATE, template=template), HOUSE)
    assert "templates.mine" in str(refused.value)


def test_words_that_look_like_a_field_are_only_words() -> None:
    permit = replace(CLEAN, words="{url} {words} %s {0}")
    assert "{url} {words} %s {0}" in render(permit, CopyFormat("mine", "", Kind.TEMPLATE, template="{quote}"), HOUSE)


def test_every_field_can_be_filled_in() -> None:
    template = " ".join(f"{{{name}}}" for name in FIELDS)
    assert render(Q1, CopyFormat("all", "", Kind.TEMPLATE, template=template), HOUSE)


def test_a_template_may_take_the_place_of_a_format_of_the_desk() -> None:
    formats = all_formats({"words": "{quote}!", "mine": "{quote}"})
    assert [known.name for known in formats] == [*(known.name for known in FORMATS), "mine"]
    assert next(known for known in formats if known.name == "words").kind is Kind.TEMPLATE


def _day(on: date, **more: object) -> DateValue:
    return replace(DateValue(precision=Precision.DAY, start=on, end=on), **more)


@pytest.mark.parametrize(
    ("value", "ap", "british"),
    [
        (UNDATED, "", ""),
        (_day(date(2026, 1, 6)), "Jan. 6", "on 6 January"),
        (_day(date(2025, 1, 6)), "Jan. 6, 2025", "on 6 January 2025"),
        (_day(date(2026, 2, 13)), "Friday", "on 13 February"),
        (JANUARY, "in January", "in January"),
        (
            DateValue(precision=Precision.WEEK, start=date(2026, 1, 5), end=date(2026, 1, 11)),
            "during the week of Jan. 5",
            "during the week of 5 January",
        ),
        (
            DateValue(precision=Precision.YEAR, start=date(2023, 1, 1), end=date(2023, 12, 31)),
            "in 2023",
            "in 2023",
        ),
        (_day(date(2026, 1, 6), start=None, bound=Bound.BY), "by Jan. 6", "by 6 January"),
        (
            DateValue(
                precision=Precision.MINUTE,
                start=date(2026, 1, 6),
                end=date(2026, 1, 6),
                start_time=time(9, 0),
                end_time=time(9, 0),
                zone="America/Los_Angeles",
            ),
            "at 9 a.m. PST Jan. 6",
            "at 9am on 6 January",
        ),
    ],
)
def test_when_it_was_said(value: DateValue, ap: str, british: str) -> None:
    assert when(value, HOUSE) == ap
    assert when(value, BRITISH) == british


@pytest.mark.parametrize(
    ("venue", "expected"),
    [
        ("", ""),
        ("CES", "at CES"),
        ("a rally in Los Angeles", "at a rally in Los Angeles"),
        ("a joint statement", "in a joint statement"),
        ("joint statement", "in a joint statement"),
        ("email", "in an email"),
        ("an appearance at the Consumer Electronics Show", "in an appearance at the Consumer Electronics Show"),
        ("a press conference with an interview after it", "at a press conference with an interview after it"),
        ("on the picket line", "on the picket line"),
        ("word " * 40, ""),
    ],
)
def test_where_it_was_said(venue: str, expected: str) -> None:
    assert where(venue) == expected


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("SAG-AFTRA", "SAG-AFTRA"),
        ("DGA", "the DGA"),
        ("WGA", "the WGA"),
        ("AMPTP", "the AMPTP"),
        ("NLRB", "the NLRB"),
        ("IATSE", "IATSE"),
        ("UAW", "the UAW"),
        ("Writers Guild of America", "the Writers Guild of America"),
        ("The Animation Guild", "The Animation Guild"),
        ("Netflix", "Netflix"),
        ("", ""),
    ],
)
def test_a_party_has_its_article(party: str, expected: str) -> None:
    assert with_article(party) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Duncan Crabtree-Ireland", "Crabtree-Ireland"),
        ("Ilse van der Berg", "van der Berg"),
        ("Sammy Davis Jr.", "Davis"),
        ("Prince", "Prince"),
        ("Van Morrison", "Morrison"),
    ],
)
def test_the_surname_of_a_later_reference(name: str, expected: str) -> None:
    assert surname(name) == expected
