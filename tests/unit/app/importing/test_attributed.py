"""Words are given to whom the text itself says they are, and to nobody else."""

from __future__ import annotations

import pytest

from desk.app.importing.statement import Quotation, read_statement
from desk.app.lines.context import EntryContext
from desk.prose.attribution import attributions
from desk.prose.cues import NAMING, VERBS
from desk.prose.quotations import read_quotations

WORDS = "“We stand as one in this,”"
FULL = "“We stand as one in this.”"


def only(text: str, known: EntryContext) -> Quotation:
    found = read_statement(text, known)
    assert found
    return found[0]


def who(one: Quotation) -> str:
    return one.speaker.name if one.speaker is not None else one.name


@pytest.mark.parametrize(
    ("text", "name", "said_by"),
    [
        (f"{WORDS} Crabtree-Ireland said.", "Duncan Crabtree-Ireland", "Crabtree-Ireland said"),
        (f"{WORDS} said Duncan Crabtree-Ireland, the union’s director.", "Duncan Crabtree-Ireland", "said Duncan Crabtree-Ireland"),
        (f"{WORDS} the AMPTP said, after Greg Hessinger called for calm.", "AMPTP", "AMPTP said"),
        (f"The AMPTP said in a statement: {FULL} Crabtree-Ireland did not respond.", "AMPTP", "AMPTP said"),
        (f"The Alliance of Motion Picture and Television Producers wrote: {FULL}", "AMPTP", "Television Producers wrote"),
        (f"In a statement, the WGA called it {FULL}", "WGA", "WGA called"),
        (f"Asked by Crabtree-Ireland about it, Greg Hessinger replied, {FULL}", "Greg Hessinger", "Greg Hessinger replied"),
        (f"Greg Hessinger told Crabtree-Ireland {FULL}", "Greg Hessinger", "Greg Hessinger told"),
        (f"{WORDS} SAG-AFTRA’s Crabtree-Ireland told the AMPTP.", "Duncan Crabtree-Ireland", "Crabtree-Ireland told"),
        (f"{WORDS} SAG-AFTRA negotiator Duncan Crabtree-Ireland said.", "Duncan Crabtree-Ireland", "Duncan Crabtree-Ireland said"),
        (f"Greg Hessinger, who sat beside Crabtree-Ireland, later said: {FULL}", "Greg Hessinger", ""),
        (f"The studios’ chief negotiator, Greg Hessinger, said: {FULL}", "Greg Hessinger", "Greg Hessinger, said"),
        (f"According to Greg Hessinger, {FULL}", "Greg Hessinger", "According to Greg Hessinger"),
        ("The talks were “a waste of time” all week, Greg Hessinger said on Friday.", "Greg Hessinger", "Greg Hessinger said"),
        ("“Will they ever move at all?” Greg Hessinger asked.", "Greg Hessinger", "Greg Hessinger asked"),
        (f"Greg Hessinger: {FULL}", "Greg Hessinger", "Greg Hessinger:"),
        (f"{FULL} — Greg Hessinger", "Greg Hessinger", "— Greg Hessinger"),
        (f"Greg Hessinger of the AMPTP said: {FULL}", "Greg Hessinger", "Greg Hessinger of the AMPTP said"),
        (f"{WORDS} vowed Greg Hessinger.", "Greg Hessinger", "vowed Greg Hessinger"),
        (f"{WORDS} Greg Hessinger sighed.", "Greg Hessinger", "Greg Hessinger sighed"),
        (f"{WORDS} per Greg Hessinger.", "Greg Hessinger", "per Greg Hessinger"),
        (f"{WORDS} according to a statement from Greg Hessinger.", "Greg Hessinger", "Greg Hessinger"),
        ("‘We stand as one in this,’ Greg Hessinger said.", "Greg Hessinger", "Greg Hessinger said"),
    ],
)  # fmt: skip
def test_the_speaker_is_whom_the_sentence_names_by_a_verb_of_speech(
    text: str, name: str, said_by: str, known: EntryContext
) -> None:
    one = only(text, known)
    assert (who(one), one.sure) == (name, True)
    assert said_by in one.said_by


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{WORDS} said Fran Roe, who sat beside Crabtree-Ireland.", "Fran Roe"),
        (f"{WORDS} said the WGA’s Russell Roe, adding that Greg Hessinger had left.", "Russell Roe"),
        (f"The AMPTP’s lead negotiator, Jo Roe, said: {FULL}", "Jo Roe"),
        (f"{WORDS} said union president Jo Roe.", "Jo Roe"),
        (f"{WORDS} Ambassador Jo Roe said.", "Jo Roe"),
        (f"{WORDS} said Councilwoman Jo Roe.", "Jo Roe"),
        (f"{WORDS} Jo King said.", "Jo King"),
        (f"{WORDS} said Jo Bishop.", "Jo Bishop"),
        (f"{WORDS} WGA President Jo Roe said.", "Jo Roe"),
        (f"Jo Hessinger, the treasurer, was there.\n\n{WORDS} Hessinger said.", "Jo Hessinger"),
    ],
)
def test_a_speaker_whom_the_desk_does_not_know_is_new_and_nobody_who_is_known(
    text: str, name: str, known: EntryContext
) -> None:
    one = only(text, known)
    assert (one.speaker, one.name) == (None, name)


@pytest.mark.parametrize(
    "text",
    [
        f"Asked whether Crabtree-Ireland was right, one studio executive said {FULL}",
        f"Crabtree-Ireland rejected the offer. {WORDS} a studio executive said.",
        f"Crabtree-Ireland rejected the offer. {FULL}",
        f"Crabtree-Ireland did not say {FULL}",
        f"Crabtree-Ireland was told by the AMPTP {FULL}",
        f"{WORDS} read a sign that Greg Hessinger held.",
        "“Will they ever move at all?” Crabtree-Ireland asked members to strike.",
        f"Greg Hessinger met Crabtree-Ireland on Monday. {WORDS} he said.",
        f"The WGA met SAG-AFTRA on Monday. {WORDS} the guild said.",
        f"{WORDS} Ito said.",
        f"{FULL} Greg Hessinger said the talks went on.",
        "“Will they ever move at all?” Greg Hessinger replied: “Yes.”",
        "“They will move, Greg Hessinger said.",
    ],
)
def test_where_the_text_does_not_say_who_it_is_nobody(text: str, known: EntryContext) -> None:
    one = only(text, known)
    assert (one.speaker, one.name, one.sure) == (None, "", False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Greg Hessinger called it “a very bad deal indeed,” Crabtree-Ireland said.", "Duncan Crabtree-Ireland"),
        (f"A studio executive met Crabtree-Ireland on Monday. {WORDS} he said.", "Duncan Crabtree-Ireland"),
        (f"The WGA wrote to its members.\n\n{WORDS} the guild said.", "WGA"),
        (f"An AMPTP spokesperson said: {FULL}", "AMPTP"),
        (f"Greg Hessinger rose to leave and said {FULL}", "Greg Hessinger"),
        (f"{WORDS} Crabtree-Ireland and Greg Hessinger said in a joint statement.", "Greg Hessinger"),
        (f"Greg Hessinger said Crabtree-Ireland called it {FULL}", "Duncan Crabtree-Ireland"),
        (f"SAG-AFTRA and the AMPTP said in a joint statement: {FULL}", "AMPTP"),
        (f"{WORDS} SAG-AFTRA and the AMPTP said.", "AMPTP"),
        (f"The AMPTP, together with SAG-AFTRA, said: {FULL}", "AMPTP"),
        (f"In a joint statement, the WGA said: {FULL}", "WGA"),
        (f"{WORDS} said Greg Hessinger, Ann Poe and Crabtree-Ireland in a letter.", "Greg Hessinger"),
        (f"{WORDS} Greg Hessinger said, along with Crabtree-Ireland.", "Greg Hessinger"),
        (f"Asked about Crabtree-Ireland’s remark that {WORDS} Greg Hessinger said.", "Greg Hessinger"),
        (f"Responding to the claim that {WORDS} Greg Hessinger said no.", "Greg Hessinger"),
        (f"Greg Hessinger called Crabtree-Ireland’s remark {WORDS[:-2]}” a bluff.", "Greg Hessinger"),
        (f"Greg Hessinger told members of the remark {FULL}", "Greg Hessinger"),
        (f"Greg Hessinger, quoting Crabtree-Ireland, said {FULL}", "Greg Hessinger"),
        (f"{WORDS} said Greg Hessinger, according to Crabtree-Ireland.", "Greg Hessinger"),
        (f"{WORDS} Greg Hessinger said, Crabtree-Ireland recalled.", "Greg Hessinger"),
        (f"Greg Hessinger reportedly said {FULL}", "Greg Hessinger"),
        (f"If Greg Hessinger said {WORDS} he was wrong.", "Greg Hessinger"),
        (f"{WORDS} members chanted as Greg Hessinger said goodbye.", "Greg Hessinger"),
        ("“Will they go?” Greg Hessinger replied.", "Greg Hessinger"),
    ],
)
def test_what_may_be_read_in_two_ways_is_to_be_looked_at(text: str, name: str, known: EntryContext) -> None:
    one = only(text, known)
    assert (who(one), one.sure) == (name, False)


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} Greg Hessinger testified.",
        f"{WORDS} Greg Hessinger snarled.",
        f"{WORDS} proclaimed Greg Hessinger.",
        f"{WORDS} Greg Hessinger hit back.",
        f"Greg Hessinger blasted the offer as {FULL}",
        f"Greg Hessinger made clear that {FULL}",
        f"‹{WORDS[1:-1]}› Greg Hessinger said.",
        "Greg Hessinger began, “We stand as one in this.”",
    ],
)
def test_a_verb_that_tells_of_other_deeds_too_gives_the_words_right_beside_it(text: str, known: EntryContext) -> None:
    assert who(only(text, known)) == "Greg Hessinger"


@pytest.mark.parametrize(
    "text",
    [
        "Greg Hessinger began the talks over “what we all stand for”.",
        "Greg Hessinger accused the studios, who want “what we all stand for”.",
        "Greg Hessinger went home with “what we all stand for”.",
        "“What we all stand for” went to Greg Hessinger.",
        "Greg Hessinger ended the call; “what we all stand for” was over.",
    ],
)
def test_a_verb_that_tells_of_other_deeds_gives_no_words_further_off(text: str, known: EntryContext) -> None:
    assert who(only(text, known)) == ""


@pytest.mark.parametrize("verb", sorted(verb for verb in VERBS - NAMING if verb.endswith("ed")))
def test_a_verb_that_one_reader_of_prose_knows_is_known_to_the_other(verb: str, known: EntryContext) -> None:
    text = f"{WORDS} Greg Hessinger {verb}."
    drafted = [name for one in attributions(read_quotations(text)) for name in one.names]
    assert (who(only(text, known)), drafted) == ("Greg Hessinger", ["Greg Hessinger"])


def test_a_quotation_goes_on_behind_its_attribution(known: EntryContext) -> None:
    text = f"{WORDS} Crabtree-Ireland said. “It is not fair to us.”"
    assert [(who(one), one.sure) for one in read_statement(text, known)] == [("Duncan Crabtree-Ireland", True)] * 2
    told = f"{WORDS} Crabtree-Ireland said. Greg Hessinger left. “It is not fair to us.”"
    assert [who(one) for one in read_statement(told, known)] == ["Duncan Crabtree-Ireland", ""]
    across = f"{WORDS} Crabtree-Ireland said.\n\n“It is not fair to us.”"
    assert [who(one) for one in read_statement(across, known)] == ["Duncan Crabtree-Ireland", ""]


def test_a_pronoun_is_the_one_person_the_paragraph_speaks_of(known: EntryContext) -> None:
    one = only(f"SAG-AFTRA’s director, Duncan Crabtree-Ireland, has said no more. {WORDS} he said.", known)
    assert (who(one), one.said_by, one.sure) == ("Duncan Crabtree-Ireland", "he said", True)


def test_a_text_that_is_one_sentence_without_end_is_read_too(known: EntryContext) -> None:
    found = read_statement("“We stand as one,” said Greg Hessinger and " * 500, known)
    assert len(found) == 500
    assert all(one.speaker is None for one in read_statement("“" * 500 + "said Hessinger”" * 3, known))
