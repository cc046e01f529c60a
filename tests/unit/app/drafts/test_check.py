"""A draft beside the bank: whose each quotation is, whether its words are right, and what may not be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.app.drafts.check import check_draft
from desk.app.drafts.file import Draft
from desk.app.drafts.findings import Finding, Sort
from desk.model.enums import GroundRule, QuoteForm
from desk.model.records import Embargo
from desk.search.indexer import read_bank
from desk.store.store import Store
from tests.unit.app.drafts.bank import NOW, Bank

FAIR = "We are not going to accept a deal that is not fair to our members"
LONG = "We met on Tuesday for six hours, and we moved. It was not enough for Greg Hessinger."


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW) as store:
        yield Bank(store)


def only(found: list[Finding]) -> Finding:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("draft", "sorts"),
    [
        (f"“{FAIR},” Sean Astin said.", ["EXACT"]),
        (f'"{FAIR}," Astin said.', ["EXACT"]),
        (f"‘{FAIR}’, Astin said.", ["EXACT"]),
        (f"> {FAIR}\n> — Sean Astin", ["EXACT"]),
        ("“It was not enough for Greg Hessinger,” Astin said.", ["PARTIAL"]),
        ("Astin said they “moved.”", ["PARTIAL"]),
        ("“We met on Tuesday … and we moved,” Astin said.", ["ELIDED"]),
        ("“We met on Tuesday [Feb. 10] for six hours, and we moved,” Astin said.", ["ELIDED"]),
        ("“We met for six hours,” Astin said.", ["ALTERED"]),
        ("“The weather in May was lovely all week long,” Astin said.", ["NOT_IN_BANK"]),
        ("A “big tent” it was.", ["SCARE_QUOTE"]),
        ("The mark “is left open.", ["UNCLOSED"]),
        (f"“{FAIR},” Greg Hessinger said.", ["WRONG_SPEAKER"]),
        (f"“{FAIR},” he said. [UNVERIFIED]", ["EXACT", "STAMP"]),
        (f"“{FAIR},” SAG-AFTRA said.", ["EXACT"]),
    ],
)
def test_each_quotation_is_called_what_it_is(bank: Bank, draft: str, sorts: list[str]) -> None:
    bank.quote(FAIR)
    bank.quote(LONG)
    assert bank.sorts(draft) == sorts


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("We are going to accept a deal that is not fair to our members", "A negation lost: “not” is dropped."),
        ("We are not going to accept a deal that is fair to our members", "A negation lost: “not” is dropped."),
        ("We are not going to not accept a deal that is not fair to our members", "A negation added: “not” is added."),
        ("We are not going to accept a deal that is not just to our members", "“just” stands for “fair”."),
        ("We met on Tuesday for five hours, and we moved.", "A number changed: “five” stands for “six”."),
        ("It was not enough for Greg Astin.", "A name changed: “Astin” stands for “Hessinger”."),
        ("It was enough for Greg Hessinger.", "A negation lost: “not” is dropped."),
        (
            "we are not going to accept a deal that is not fair to our members",
            "Only capitals or signs differ: “we” stands for “We”.",
        ),
    ],
)
def test_what_was_altered_is_named_and_a_grave_change_called_that(bank: Bank, draft: str, said: str) -> None:
    bank.quote(FAIR)
    bank.quote(LONG)
    found = only(bank.check(f"“{draft}”"))
    assert (found.sort, found.sentence) == (Sort.ALTERED, said)
    assert found.difference


@pytest.mark.parametrize(
    "draft",
    [
        "“fair to our members,” Astin said.",
        "“We are … going to accept a deal that is not fair to our members,” Astin said.",
    ],
)
def test_a_cut_that_takes_a_negation_out_is_warned_of(bank: Bank, draft: str) -> None:
    bank.quote(FAIR)
    found = bank.check(draft)
    assert [one.sort for one in found][1:] == [Sort.CUT_NEGATION]
    assert "not" in found[1].sentence


def test_a_quotation_goes_on_after_its_attribution_and_each_part_is_found(bank: Bank) -> None:
    bank.quote(LONG)
    assert bank.sorts("“We met on Tuesday for six hours,” Astin said, “and we moved.”") == ["PARTIAL", "PARTIAL"]


def test_a_quote_that_nobody_verified_is_told_with_its_state(bank: Bank) -> None:
    quote_id = bank.quote(FAIR, verified=False)
    found = only(bank.check(f"“{FAIR},” Astin said."))
    assert (found.sort, found.quote_id) == (Sort.UNVERIFIED, quote_id)
    assert found.sentence == "The words are exact, but nobody has compared it with a source."


def test_a_quote_that_is_disputed_is_said_to_be_and_nothing_of_a_difference_is_shown(bank: Bank) -> None:
    bank.quote(FAIR, disputed="his office says so")
    assert "disputed" in only(bank.check(f"“{FAIR},” Astin said.")).sentence
    found = only(bank.check("“We are not going to accept a deal that is not just to our members,” Astin said."))
    assert (found.sort, found.difference, found.theirs) == (Sort.ALTERED, (), "")
    assert found.sentence == "The words differ from those of a quote that is disputed."


@pytest.mark.parametrize("rule", [GroundRule.OFF_RECORD, GroundRule.DEEP_BACKGROUND])
@pytest.mark.parametrize("words", [FAIR, FAIR.replace("fair", "just"), "accept a deal that is not fair"])
def test_of_a_quote_that_may_not_leave_nothing_is_said(bank: Bank, rule: GroundRule, words: str) -> None:
    bank.quote(FAIR, rule=rule, verified=False)
    found = only(bank.check(f"“{words},” Greg Hessinger said."))
    assert (found.sort, found.sentence, found.quote_id) == (Sort.RESTRICTED, "restricted match", None)
    assert not found.theirs
    assert not found.difference


def test_words_that_were_said_on_the_record_as_well_may_be_used(bank: Bank) -> None:
    bank.quote(FAIR, rule=GroundRule.OFF_RECORD, verified=False)
    free = bank.quote(FAIR)
    assert only(bank.check(f"“{FAIR},” Astin said.")).quote_id == free


def test_words_that_one_person_said_off_the_record_are_not_another_persons(bank: Bank) -> None:
    bank.quote(FAIR, "Greg Hessinger", rule=GroundRule.OFF_RECORD, verified=False)
    bank.quote(FAIR, "Sean Astin")
    assert bank.sorts(f"“{FAIR},” Hessinger said.") == ["RESTRICTED"]


PELICANS = "Pelicans cost less than herons, and the studios keep herons only for show"


@pytest.mark.parametrize(
    "draft",
    [
        "“Pelicans cost less,” Greg Hessinger said.",
        "Hessinger spoke of “herons only for show.”",
        "“I will say it: pelicans cost less than herons, whatever they told you,” Greg Hessinger said.",
        "“I hear of herons, and the studios keep herons for our pleasure,” Greg Hessinger said.",
    ],
)
def test_some_words_of_what_may_not_leave_are_a_restricted_match_in_anybodys_mouth(bank: Bank, draft: str) -> None:
    bank.quote(PELICANS, rule=GroundRule.OFF_RECORD, verified=False)
    found = only(bank.check(draft))
    assert (found.sort, found.sentence, found.quote_id) == (Sort.RESTRICTED, "restricted match", None)


@pytest.mark.parametrize(
    "draft",
    [
        "“We are not going to,” Greg Hessinger said.",
        "“It was the first time that I said so,” Greg Hessinger said.",
        "“The Screen Actors Guild wants it,” Greg Hessinger said.",
        "“Let me say that Sean Astin and SAG-AFTRA are welcome,” Greg Hessinger said.",
    ],
)
def test_an_ordinary_phrase_of_it_is_none(bank: Bank, draft: str) -> None:
    bank.quote(
        "We are not going to tell you that it was the first time that Sean Astin of the Screen Actors Guild said so",
        rule=GroundRule.OFF_RECORD,
        verified=False,
    )
    assert bank.sorts(draft) == ["NOT_IN_BANK"]


@pytest.mark.parametrize(
    "draft",
    [
        "![{}](a.png)",
        "![“Pelicans cost less than herons”](a.png)",
        '<img src="a" alt="{}">',
        '<p title="{}">Text.</p>',
        '<meta name="description" content="{}">',
        '[x](http://x.org "{}")',
        'Text [x].\n\n[x]: http://x.org "{}"',
        "Text. <!-- Note: pelicans cost less than the herons and studios keep herons for show -->",
        "“Pelicans cost less than herons, Hessinger said.",
    ],
)
def test_words_that_may_not_leave_are_found_where_only_some_readers_see_them(bank: Bank, draft: str) -> None:
    bank.quote(PELICANS, rule=GroundRule.OFF_RECORD, verified=False)
    found = bank.check(draft.format(PELICANS))
    assert {(one.sort, one.sentence, one.theirs) for one in found} == {(Sort.RESTRICTED, "restricted match", "")}


def test_words_that_another_said_on_the_record_are_no_secret(bank: Bank) -> None:
    bank.quote(PELICANS, rule=GroundRule.OFF_RECORD, verified=False)
    bank.quote("As they say, pelicans cost less than herons, so what", "Greg Hessinger")
    assert bank.sorts("“Pelicans cost less,” Duncan Ireland said.") == ["NOT_IN_BANK"]
    assert bank.sorts("“You know, pelicans cost less than herons,” Duncan Ireland said.") == ["NOT_IN_BANK"]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (
            "Talks resume Monday. Pelicans cost less than herons, and the studios know it. They go on.",
            "Pelicans cost less than herons, and the studios know it.",
        ),
        (
            "“We go on,” Greg Hessinger said. For pelicans cost less\nthan herons, and the studios “keep” them.\n\nNo more.",
            "For pelicans cost less\nthan herons, and the studios",
        ),
    ],
)
def test_words_that_may_not_leave_are_a_restricted_match_without_marks_too(
    bank: Bank, draft: str, sentence: str
) -> None:
    bank.quote(PELICANS, rule=GroundRule.OFF_RECORD, verified=False)
    found = [one for one in bank.check(draft) if one.sort is Sort.RESTRICTED]
    assert [(draft[one.start : one.end], one.sentence) for one in found] == [(sentence, "restricted match")]


@pytest.mark.parametrize(
    "draft",
    [
        "Pelicans cost less than herons.",
        "Studios that keep pelicans for show have herons only, at a cost.",
        "Pelicans cost less than herons. And the studios know it.",
    ],
)
def test_a_sentence_of_the_same_matter_is_none(bank: Bank, draft: str) -> None:
    bank.quote(PELICANS, rule=GroundRule.OFF_RECORD, verified=False)
    assert bank.sorts(draft) == []


def test_a_sentence_tells_what_another_said_on_the_record(bank: Bank) -> None:
    bank.quote(PELICANS, rule=GroundRule.OFF_RECORD, verified=False)
    bank.quote("I know that pelicans cost less than herons, and the studios do", "Greg Hessinger")
    assert bank.sorts("Pelicans cost less than herons, and the studios know it.") == []


def test_a_withdrawn_quote_is_a_restricted_match(bank: Bank) -> None:
    bank.store.quotes.withdraw(bank.quote(FAIR))
    assert bank.sorts(f"“{FAIR},” Astin said.") == ["RESTRICTED"]


def test_a_source_who_may_not_be_named_is_not_confirmed_by_what_is_found(bank: Bank) -> None:
    bank.quote(FAIR, "Mara Quandt", rule=GroundRule.BACKGROUND, attribution="a union official")
    right, wrong = (bank.check(f"“{FAIR},” {name} said.") for name in ("Mara Quandt", "Sean Astin"))
    assert [(one.sort, one.sentence) for one in right] == [(one.sort, one.sentence) for one in wrong]
    assert "a union official" in right[0].sentence
    assert bank.sorts(f"“{FAIR},” a union official said.") == ["EXACT"]
    short = [bank.sorts(f"“going to accept a deal,” {name} said.") for name in ("Mara Quandt", "Sean Astin")]
    assert short[0] == short[1]


def test_an_embargo_that_holds_is_told_with_its_end(bank: Bank) -> None:
    bank.quote(FAIR, embargo=Embargo(until=NOW + timedelta(hours=3), zone="America/Los_Angeles"))
    found = only(bank.check(f"“{FAIR},” Astin said."))
    assert found.sort is Sort.EMBARGOED
    assert "Sat Feb 14, noon PT" in found.sentence


def test_a_paraphrase_never_gets_marks(bank: Bank) -> None:
    bank.quote("a strike remains possible", form=QuoteForm.PARAPHRASE, verified=False)
    assert bank.sorts("“A strike” is no “strike,” but “a strike remains possible.”") == [
        "SCARE_QUOTE",
        "SCARE_QUOTE",
        "PARAPHRASE",
    ]
    mine = bank.quote("a strike remains possible")
    assert only(bank.check("“A strike remains possible,” Astin said.".replace("A", "a", 1))).quote_id == mine


def test_a_confidential_name_is_told_by_its_place_alone(bank: Bank) -> None:
    bank.person("Mara Quandt", confidential=True)
    text = "Talks went on.\nLate on Friday M. Quandt left, and Quandt’s aide too."
    found = bank.check(text)
    assert [(one.sort, text[one.start : one.end]) for one in found] == [
        (Sort.RESTRICTED, "M. Quandt"),
        (Sort.RESTRICTED, "Quandt"),
    ]
    assert not any("Quandt" in one.sentence or one.words for one in found)


def test_a_surname_is_that_of_somebody_whom_the_draft_names_in_full(bank: Bank) -> None:
    bank.person("Mara Smith", confidential=True)
    bank.person("Jane Smith")
    assert bank.sorts("Jane Smith spoke. Smith left.") == []
    assert bank.sorts("Smith left.") == ["RESTRICTED"]


def test_the_quote_of_the_speaker_who_is_named_is_meant_before_anothers(bank: Bank) -> None:
    bank.quote("No deal is done until it is done", "Greg Hessinger")
    mine = bank.quote("No deal is done until it is done", "Sean Astin")
    bank.quote("No deal is done until it is done", "Duncan Ireland")
    found = only(bank.check("“No deal is done until it is done,” Sean Astin said."))
    assert (found.sort, found.quote_id) == (Sort.EXACT, mine)


def test_findings_stand_in_the_order_of_the_text(bank: Bank) -> None:
    bank.quote(FAIR)
    found = bank.check("On Friday, Feb. 14, “big tent” it was.\n\n“Open.\n\n“" + FAIR + ",” Astin said.")
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_how_far_it_is_is_told_and_may_stop_it(bank: Bank) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, whole: int) -> None:
        told.append((done, whole))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_draft(
            Draft("x", "“a b c.” “d e f.” “g h i.”"),
            read_bank(bank.store)[0],
            bank.store,
            now=NOW,
            today=date(2026, 2, 14),
            places=lambda text, *, permitted=(): [],
            progress=tell,
        )
    assert told == [(1, 3), (2, 3)]


SAID = (
    "You know, we're gonna, um, accept ten per cent from the labour federation, and the herons at the studios "
    "won't get more than $6 billion"
)


@pytest.mark.parametrize(
    "draft",
    [
        # Whole, tidied, in other figures and spelling, cut, with the reporter's own words in brackets.
        f"“{SAID},” Astin said.",
        "“We are going to accept 10% from the labor federation, and the herons at the studios will not get more than "
        "6 billion dollars,” Astin said.",
        "“We’re going to accept 10 percent from the labor federation,” Astin said.",
        "“We’re going to accept … from the labor federation … and the herons at the studios,” Astin said.",
        "“We’re going to accept 10 percent from [our] labor federation,” Astin said.",
        "“The herons at the studios will not get more than $6 billion,” Astin said.",
        "> We’re going to accept 10 percent from the labor federation.\n> — Sean Astin",
        # Without marks.
        "They are going to accept 10 percent from the labor federation, and the herons at the studios will not get more.",
        # Nobody sees it, and it leaves with the file.
        f"<!-- {SAID} -->\n\nTalks went on.",
        f"Talks ~~{SAID}~~ went on.",
    ],
)
def test_words_off_the_record_are_known_again_when_tidied_or_cut(bank: Bank, draft: str) -> None:
    bank.quote(SAID, rule=GroundRule.OFF_RECORD, verified=False)
    bank.quote("The weather at the studios was lovely, and we will accept it")
    found = [one for one in bank.check(draft) if one.sort is Sort.RESTRICTED]
    assert found
    for one in found:
        assert (one.sentence, one.quote_id, one.theirs, one.difference) == ("restricted match", None, "", ())


@pytest.mark.parametrize(
    "draft",
    [
        "“We are going to accept the offer at the studios,” Astin said.",
        "Astin said the studios will not get more than the federation wants.",
        "“We will accept it,” Astin said.",
    ],
)
def test_what_anybody_might_say_is_not_taken_for_words_off_the_record(bank: Bank, draft: str) -> None:
    bank.quote(SAID, rule=GroundRule.OFF_RECORD, verified=False)
    assert "RESTRICTED" not in bank.sorts(draft)


def test_tidied_words_that_were_said_on_the_record_as_well_may_be_used(bank: Bank) -> None:
    bank.quote(SAID, rule=GroundRule.OFF_RECORD, verified=False)
    bank.quote("We are going to accept 10 percent from the labor federation")
    assert bank.sorts("“We’re going to accept 10 percent from the labor federation,” Astin said.") == ["ALTERED"]


@pytest.mark.parametrize(
    ("draft", "sort", "said"),
    [
        (
            f"“{FAIR},” Astin said.",
            Sort.TERMS_NOT_SET,
            "The words are exact, but terms not set: set what was agreed first.",
        ),
        (
            f"“{FAIR.replace('not fair', 'fair')},” Astin said.",
            Sort.ALTERED,
            "A negation lost: “not” is dropped. Terms not set.",
        ),
        (f"“{FAIR},” Greg Hessinger said.", Sort.WRONG_SPEAKER, "The draft has it from Greg Hessinger;"),
    ],
)
def test_a_quote_of_unset_terms_is_compared_and_said_to_be_of_unset_terms(
    bank: Bank, draft: str, sort: Sort, said: str
) -> None:
    quote_id = bank.quote(FAIR, rule=GroundRule.UNKNOWN)
    found = bank.check(draft)[0]
    assert (found.sort, found.quote_id) == (sort, quote_id)
    assert found.sentence.startswith(said)
    assert found.wrong
    assert bool(found.difference) is (sort is Sort.ALTERED)


def test_a_fresh_import_of_unset_terms_is_compared_and_unverified(bank: Bank) -> None:
    bank.quote(FAIR, rule=GroundRule.UNKNOWN, verified=False)
    found = only(bank.check(f"“{FAIR},” Astin said."))
    assert found.sort is Sort.UNVERIFIED
    assert found.sentence == "The words are exact, but nobody has compared it with a source; terms not set."


def test_of_unset_terms_no_confidential_name_is_told(bank: Bank) -> None:
    bank.quote(FAIR, "Dana Voss", rule=GroundRule.UNKNOWN, confidential=True)
    for found in bank.check(f"“{FAIR.replace('fair', 'just')},” Greg Hessinger said."):
        assert "Voss" not in found.sentence
        assert found.sort is not Sort.ALTERED or "Dana Voss" in found.forbidden


@pytest.mark.parametrize(
    ("draft", "sort"),
    [
        ("“No deal,” Obi said.", Sort.NOT_IN_BANK),
        ("“No deal,” he said.", Sort.NOT_IN_BANK),
        ("“No deal,” fumed Obi.", Sort.NOT_IN_BANK),
        ("“No deal,” the union’s chief negotiator said.", Sort.NOT_IN_BANK),
        ("“No deal,” according to a person who was in the room.", Sort.NOT_IN_BANK),
        ("Obi called it “a farce.”", Sort.NOT_IN_BANK),
        ("Obi was blunt: “No deal.”", Sort.NOT_IN_BANK),
        ("Obi vowed “no surrender.”", Sort.NOT_IN_BANK),
        ("As Obi put it, “no deal.”", Sort.NOT_IN_BANK),
        ("She left, saying “no deal.”", Sort.NOT_IN_BANK),
        ("# Obi: “No deal”", Sort.NOT_IN_BANK),
        # Nobody is said to have said these.
        ("The “big tent” party met.", Sort.SCARE_QUOTE),
        ("He starred in “Rudy.”", Sort.SCARE_QUOTE),
        ("The film “Big Fish” opened Friday, Obi said.", Sort.SCARE_QUOTE),
        ("A so-called “last offer” lay there.", Sort.SCARE_QUOTE),
    ],
)
def test_a_quotation_that_somebody_is_said_to_have_said_is_one_however_short(
    bank: Bank, draft: str, sort: Sort
) -> None:
    assert only(bank.check(draft)).sort is sort


@pytest.mark.parametrize(
    "draft",
    [
        "“{},” {} vowed.", "“{},” fumed {}.", "“{},” per {}.", "“{},” according to a statement from {}.", "“{}.” -{}",
        "“{},” a visibly tired {} said.", "“{},” said a visibly tired {}.", "“{},” **{}** said.", "“{},” [{}](x) said.",
        "“{},” {} (AMPTP) said.", "“{},” Greg {}, who leads the AMPTP, said.", "“{},” the AMPTP’s {} said Friday.",
        "“{},” was how {} put it.", "“{},” Alliance lawyer Greg {} conceded.",
        "{1} concluded: “{0}.”", "{1} was blunt: “{0}.”", "{1} put it this way: “{0}.”", "In {1}’s words: “{0}.”",
        "As {1} put it, “{0}.”", "Said {1}: “{0}.”", "{1} told members that “{0}.”", "{1} left the room, saying “{0}.”",
        "{1} to members: ‘{0}’", "{1}’s answer was: “{0}.”", "A statement from {1} read: “{0}.”", "# {1}: “{0}”",
        "The offer was dismissed as “{0}” by {1}.", "| {1} | “{0}.” |", "{1} called it “{0}.”",
    ],
)  # fmt: skip
def test_words_in_another_mouth_are_found_in_every_frame(bank: Bank, draft: str) -> None:
    bank.quote(FAIR)
    bank.quote(LONG, "Greg Hessinger")
    assert Sort.WRONG_SPEAKER in [one.sort for one in bank.check(draft.format(FAIR, "Hessinger"))]
    assert Sort.WRONG_SPEAKER not in [
        one.sort for one in bank.check(draft.format(FAIR, "Astin").replace("Greg", "Sean"))
    ]


@pytest.mark.parametrize("draft", ["‘No deal’: Obi", "“No deal”: Ngozi Obi"])
def test_a_made_up_headline_is_no_scare_quote(bank: Bank, draft: str) -> None:
    assert bank.sorts(draft) == ["NOT_IN_BANK"]
