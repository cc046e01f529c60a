"""The quotations that were found in a pasted text, as rows: the words, who said them, and what in the text says so."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from desk.app.duplicates import Alike
from desk.app.forms.references import described
from desk.app.importing.pasting import settled
from desk.app.importing.statement import Quotation
from desk.app.lines.context import EntryContext, called
from desk.model.enums import QuoteForm
from desk.model.frozen import frozen
from desk.model.records import Party, Person
from desk.ui.dialogs.pick import Choice
from desk.ui.widgets import text


@frozen
class Row:
    """A quotation that was found, by its place, whether it is to be kept, and whether the bank has it."""

    number: int
    quotation: Quotation
    kept: bool
    #: A quote that the bank has of these words already, most alike; None where there is none, or it was not looked yet.
    double: Alike | None = None


def draw_row(row: Row, width: int) -> list[Content]:
    """The words on one line, who said them on the next: in red or amber until that is settled. Then whether the bank
    has these words already, from where.
    """
    one = row.quotation
    sign, style = _sign(row)
    words = text.assemble((f"{sign} ", style), text.fit(" ".join(one.words.split()), width - 2))
    form = "" if one.form is QuoteForm.FULL else f" · {one.form.value}"
    double = _double(row.double)
    if not row.kept:
        why = f": {one.why}; space takes it" if one.why and not one.taken else ""
        return [words, text.assemble("  ", (f"left out{why}", text.DIM), *double)]
    if one.speaker is None and not one.name:
        hint = f"; “{one.said_by}” does not tell" if one.said_by else ""
        who: text.Part = (f"who said it? ↵ says{hint}", "$red")
    elif one.speaker is None:
        who = (f"{one.name} is not in the desk: ↵ adds them", "$red")
    elif not one.sure:
        who = (f"{called(one.speaker)}? ↵ to look at it", "$amber")
    else:
        who = called(one.speaker)
    by = f" · by the text: {one.said_by}" if one.said_by and (one.speaker or one.name) else ""
    by += f" · {one.why}" if one.why and (one.said_by or one.speaker) else ""
    return [words, text.assemble("  ", who, (form, text.DIM), *double, (by, text.DIM))]


def _double(double: Alike | None) -> Sequence[text.Part]:
    if double is None:
        return ()
    source = double.record.source
    where = f", {source.code}" if source is not None else ""
    return ((" · ", text.DIM), (f"{double.words} as quote {double.record.quote.id}{where}", "$due"))


def _sign(row: Row) -> tuple[str, str]:
    if not row.kept:
        return "–", text.DIM
    if settled(row.quotation):
        return "+", "$green"
    return ("▲", "$amber") if row.quotation.speaker is not None else ("?", "$red")


def question(one: Quotation) -> str:
    """What is asked of a quotation."""
    return f"Who said it? By the text: {one.said_by}" if one.said_by else "Who said it?"


def choices(one: Quotation, known: EntryContext) -> list[Choice]:
    """Everybody who may have said it: first whom the text names, then those the desk knows."""
    who: list[Party | Person] = [person for person in known.persons if not person.confidential]
    who += known.parties
    if one.speaker is not None:
        who = [one.speaker, *(other for other in who if other != one.speaker)]
    found = [Choice(other, known.shown(other), described(other, known)) for other in who]
    new = [Choice(one.name, one.name, "new: add to the desk")] if one.name and one.speaker is None else []
    return [*new, *found]
