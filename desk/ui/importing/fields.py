"""The fields of the import form: what could complete them, and what is said back of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk.app.forms.readers import Reader
from desk.app.importing.pasting import DATE, KIND, PEOPLE, SOURCE, Pasted
from desk.app.lines.context import EntryContext
from desk.model.enums import Tier, plain
from desk.model.errors import InputError
from desk.model.quotes.groundrules import default_tier
from desk.ui.widgets.completion import Completion


def offered(reader: Reader[Any], line: str, cursor: int, known: EntryContext) -> Sequence[Completion]:
    """What could complete a field."""
    found = reader.offer(line, cursor, known, {})
    return [Completion(one.text, one.hint, one.label, start=one.start, end=one.end) for one in found]


def source_echo(form: Pasted) -> str:
    """The source that is known, or what a new one needs."""
    source = form.known_source()
    if source is None:
        return "new: say its kind, who published it and its date"
    return f"{SOURCE.echo(source, form.known)}, {DATE.echo(source.date, form.known)}"


def kind_echo(form: Pasted) -> str:
    """The kind, and what that means for the quotes taken from it."""
    try:
        kind = KIND.read(form.kind, form.known, {})
    except InputError:
        if found := KIND.offer(form.kind, len(form.kind), form.known, {}):
            return " or ".join(one.text for one in found)
        raise
    assert kind is not None
    tier = default_tier(kind)
    means = "can be verified" if tier is Tier.PRIMARY else "are never verified"
    return f"{plain(kind)}, {tier}: its quotes {means}"


def speaker_echo(form: Pasted) -> str:
    """Whose words they are, or, while a name is begun, that nobody is called so yet."""
    try:
        return PEOPLE.echo(PEOPLE.read(form.speaker, form.known, {}), form.known)
    except InputError as error:
        if PEOPLE.offer(form.speaker, len(form.speaker), form.known, {}):
            return error.what
        raise InputError(error.what, remedy=error.remedy) from None


def date_echo(form: Pasted) -> str:
    """The date as it was understood."""
    try:
        return DATE.echo(form.dated(), form.known)
    except InputError as error:
        raise InputError(error.what, remedy=error.remedy) from None
