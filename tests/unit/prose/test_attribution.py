"""Whom a draft says a quotation is by: read only where it says so plainly, beside it."""

from __future__ import annotations

import pytest

from desk.model.quotes.quotes import Quote, QuoteRecord, Speaker
from desk.prose.attribution import Known, attributions
from desk.prose.quotations import read_quotations


def said(text: str) -> list[tuple[str, ...]]:
    return [one.names for one in attributions(read_quotations(text), {"astin", "hessinger"})]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We will stay,” Sean Astin said.", ("Sean Astin",)),
        ("“We will stay,” said Sean Astin.", ("Sean Astin",)),
        ("“We will stay,” Astin told reporters Friday.", ("Astin",)),
        ("“We will stay,” said union president Sean Astin.", ("Sean Astin",)),
        ("“We will stay,” Sean Astin, the union's president, said.", ("Sean Astin",)),
        ("“We will stay,” SAG-AFTRA President Sean Astin has said.", ("SAG-AFTRA President Sean Astin",)),
        ("“We will stay,” the DGA said in a statement.", ("DGA",)),
        ("“We will stay,” according to Duncan Crabtree-Ireland.", ("Duncan Crabtree-Ireland",)),
        ("Sean Astin said: “We will stay.”", ("Sean Astin",)),
        ("Sean Astin, president of the union, said, “We will stay.”", ("Sean Astin",)),
        ("On Friday Sean Astin said Monday that “we will stay.”", ("Sean Astin",)),
        ("According to Astin, “we will stay.”", ("Astin",)),
        ("“We will stay,” Sean Astin and Greg Hessinger said.", ("Sean Astin", "Greg Hessinger")),
        ("Sean Astin said:\n\n> We will stay at the table.", ("Sean Astin",)),
        ("> We will stay at the table.\n> — Sean Astin", ("Sean Astin",)),
        ("Sean Astin said he liked what Greg Hessinger called “progress.”", ("Greg Hessinger",)),
        ("“We will stay,” the general secretary, Hessinger, said.", ("Hessinger",)),
        ("“We will stay,” Greg Hessinger stormed.", ("Greg Hessinger",)),
        ("“We will stay,” Greg Hessinger hit out.", ("Greg Hessinger",)),
        ("“We will stay” (Greg Hessinger)", ("Greg Hessinger",)),
        ("Greg Hessinger’s remarks: “We will stay.”", ("Greg Hessinger",)),
        ("Greg Hessinger’s threat was “we will stay.”", ("Greg Hessinger",)),
        ("A complaint from Greg Hessinger: “We will stay.”", ("Greg Hessinger",)),
        ("Greg Hessinger summed it up: “We will stay.”", ("Greg Hessinger",)),
        ("Greg Hessinger told Sgt. Al Poe on Friday that “we will stay.”", ("Greg Hessinger",)),
        ("Greg Hessinger believes “we will stay.”", ("Greg Hessinger",)),
        ("“We will stay”: Greg Hessinger", ("Greg Hessinger",)),
        ("Greg Hessinger — “We will stay.”", ("Greg Hessinger",)),
        ("Hessinger’s response? “We will stay.”", ("Hessinger",)),
        ("Hessinger took to X: “We will stay.”", ("Hessinger",)),
        # Not plain, so not read.
        ("“We will stay,” he said.", ()),
        ("“We will stay,” the guild said.", ()),
        ("“We will stay,” she said Friday.", ()),
        ("Sean Astin spoke. The union's slogan is “we will stay.”", ()),
        ("Sean Astin said the talks go on. “We will stay” is a song.", ()),
        ("On Monday the other side called it “insulting.”", ()),
    ],
)
def test_a_name_and_a_verb_of_saying_beside_the_marks(text: str, names: tuple[str, ...]) -> None:
    assert said(text)[0] == names


def test_what_goes_on_after_the_attribution_is_by_the_same_person() -> None:
    assert said("“We will stay,” Sean Astin said. “We will talk.”") == [("Sean Astin",), ("Sean Astin",)]
    assert said("“We stay,” Astin said. “We go,” Hessinger said.") == [("Astin",), ("Hessinger",)]
    assert said("“We stay,” Astin said.\n\n“We go.”") == [("Astin",), ()]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("Duncan Crabtree-Ireland", True),
        ("Crabtree-Ireland", True),
        ("D. Crabtree-Ireland", True),
        ("National Executive Director Duncan Crabtree-Ireland", True),
        ("DCI", True),
        # The party of a speaker may stand for them.
        ("SAG-AFTRA", True),
        ("Screen Actors Guild", True),
        ("Sean Astin", False),
        ("Megan Crabtree-Ireland", False),
        ("AMPTP", False),
    ],
)
def test_a_name_is_the_speakers_in_every_way_it_is_written(name: str, fits: bool) -> None:
    known = Known([("SAG-AFTRA", "Screen Actors Guild"), ("AMPTP", "Alliance of Motion Picture Producers")])
    speaker = Speaker(person_id=1, name="Duncan Crabtree-Ireland", title="chief", party="SAG-AFTRA")
    record = QuoteRecord(quote=Quote(words="We will stay", speakers=(speaker,)), known_as=("DCI",))
    assert known.fits([name], record) is fits


def test_the_initials_of_a_party_are_its_name() -> None:
    record = QuoteRecord(
        quote=Quote(words="We stay", speakers=(Speaker(party_id=1, name="Directors Guild of America"),))
    )
    assert Known().fits(["DGA"], record)
