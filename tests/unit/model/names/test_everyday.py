"""A confidential name that is an everyday word or a month: what is none of it passes, and whatever may be it does not."""

from __future__ import annotations

import pytest

from desk.app.release import release_text
from desk.model.names.names import Names
from desk.model.quotes.refusal import Refusal

NAMES = Names(["Theresa May", "Will Price", "Rose Park", "Anna White", "George Will", "Jo West"])


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume in May.",
        "In May, the studios walked out.",
        "The vote, in May, was close. “In May we met.”",
        "a deal in May or a strike in June",
        "in\n> May",
        "IN MAY 2026 THE VOTE",
        "May 3, May 3rd and 3 May",
        "on the 11th of May",
        "May 2026, May, 2026 and May the 4th",
        "by early May, in mid-May or in late May",
        "until the end of May",
        "They have waited since May. We wait until May.",
        "The contract was signed last May.",
        "next May the guild votes",
        "May we ask who agreed to that?",
        "“Will they accept it?” she asked.",
        "Will the studios move?",
        "it may be, and it will be, at that price",
        "the price will rise, and the park rose",
        "Prices rose. “Prices are up.”",
        "the White House and the West Coast",
        "West Virginia",
    ],
)
def test_what_cannot_be_the_name_goes_out(text: str) -> None:
    assert not NAMES.within(text), [text[start:end] for start, end in NAMES.places(text)]


@pytest.mark.parametrize(
    "text",
    [
        "May said no.",
        "“They came with May.”",
        "a memo by May",
        "They spoke with May, 45, on Monday.",
        "according to May",
        "in May’s office",
        "The members lost confidence in May.",
        "He has no faith whatever in May and her team.",
        "They brought in May to end it.",
        "They voted in May as their leader.",
        "They found in May a friend.",
        "the late May",
        "at last May agreed",
        "since May took over",
        "until May leaves the room",
        "and next May spoke",
        "Mr. May",
        "Ms. May met them in May",
        "May. May not?",
        "Mr. Will they call him?",
        "Will accepted it?",
        "Will said: “Will they accept?”",
        "Price increases hurt.",
        "Price told us",
        "the Prices’ house",
        "PRICES",
        "the Price report",
        "Park’s offer",
        "White told the House",
        "West told us",
        "M\u00e1y said",
        # The whole name always counts, also where it may be two words.
        "theresa may",
        "the studio will price the shows",
        "ROSE\nPARK",
        "Price, Will",
        "Park-Rose",
        "W. Price",
        "R.P. said",
        "@may",
    ],
)
def test_what_may_be_the_name_does_not(text: str) -> None:
    assert NAMES.within(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Grant", "The studios will grant a raise."),
        ("Will Grant", "They will grant interviews on Monday, and SAG-AFTRA will grant waivers."),
        ("Will Grant", "Grants were cut, and a grant from the state is late."),
        ("Mark Long", "It will mark long years of talks."),
        ("Theresa May", "from May to June, from April through May, between May and June"),
        ("June Hart", "They meet between May and June, every June and this June."),
        ("Ann Guild", "The Writers Guild of America met the Screen Actors Guild. The Guild said so."),
        ("Ann Judge", "Judge Smith ruled. “Judge Maria Smith ruled,” she said of the Judge."),
        ("Bob Speaker", "Speaker Ryan opened the House."),
        ("William G. Adams", "The W.G.A. said no, and the W.G.A. strike went on."),
        ("Eva York", "New York"),
        ("Tom House", "the White House, the House voted, the House Intelligence Committee and House Republicans"),
        ("Sam Power", "the U.S. power grid"),
        ("Rich Stone", "the I.R.S. and the I.R.S.’s own"),
        ("An Do", "Do they know? “Do it.” DO IT. So they do."),
        ("Kim So", "So they left. SO WHAT?"),
        ("To Lam", "To be fair, to them."),
        ("He Jiankui", "He said no. “He did,” she said."),
        ("So Young Park", "So young a park."),
        ("Rich Field", "It was a rich field, and the rich field of candidates. In such a rich field, none wins."),
        ("Rob Banks", "They rob banks. Those who rob banks are few. Men would rob banks there."),
    ],
)
def test_everyday_words_that_cannot_be_the_name_where_they_stand_go_out(name: str, text: str) -> None:
    found = Names([name]).places(text)
    assert not found, [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Grant", "will grant told us"),
        ("Will Grant", "We heard from will grant that it is over."),
        ("Will Grant", "they say will grant left"),
        ("Will Grant", "WILL GRANT A RAISE"),
        ("Will Grant", "Will Grant a raise?"),
        ("Will Grant", "the Grants’ house"),
        ("Will Grant", "the Grant memo"),
        ("Theresa May", "It is from May to all of us."),
        ("Theresa May", "between May and the studios"),
        ("June March", "They asked june march."),
        ("Rob Banks", "They asked rob banks, who left."),
        ("Rob Banks", "Of those who spoke rob banks knew most."),
        ("Rich Field", "Sources: rich field"),
        ("Rich Field", "The Post met the rich field told us of."),
        ("Rich Field", "they say the rich field is out"),
        ("Ann Judge", "They told Judge that it is over."),
        ("Ann Judge", "Ms. Judge ruled it out."),
        ("Ann Guild", "They told Guild of the plan."),
        ("An Do", "They heard Do say so."),
        ("An Do", "Do told us."),
        ("An Do", "Mr. Do left."),
        ("Kim So", "according to So, it is over"),
        ("He Jiankui", "Dr. He left."),
        ("Bill House", "They asked House about it."),
        ("William G. Adams", "It is from W.G.A. himself."),
    ],
)
def test_everyday_words_that_may_be_the_name_do_not(name: str, text: str) -> None:
    assert Names([name]).within(text)


def test_who_is_stopped_is_told_by_which_word_and_only_the_screen_names_it() -> None:
    answer = release_text("We heard\nit from May first.", way="copy", names=NAMES)
    assert isinstance(answer, Refusal)
    assert answer.sentence.endswith("or a word like one (word 5 of it).")
    assert "May" not in str(answer)
    assert "It is “May”, which may be no name at all where it stands." in answer.on_screen()
    assert "without the name" in answer.remedy


def test_a_name_that_is_no_everyday_word_is_not_repeated_even_there() -> None:
    answer = release_text("Quandt told us.", way="copy", names=Names(["Mara Quandt"]))
    assert isinstance(answer, Refusal)
    assert "(word 1 of it)" in answer.sentence
    assert "Quandt" not in answer.on_screen()
