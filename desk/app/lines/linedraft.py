"""What the log line and the quote line have in common: what is shown back while typing, and what is not said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from desk.app.lines.context import EntryContext
from desk.app.lines.suggestions import meant
from desk.app.lines.tokens import Token, keyed
from desk.model.dates.show import long, short
from desk.model.dates.value import DateValue, day
from desk.model.dates.zones import printable
from desk.model.enums import Axis, Basis
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.records import Negotiation, Party, Person, Source
from desk.model.talks.grounds import NO_SOURCE, source_is_older

#: Whether a date without a year or a bare weekday is the last one or the next one.
Toward = Literal["past", "future"]

#: A day without a year that is further away than this, in days, may be meant in another.
_NEAR = 62

#: What is said back under its name.
_NAMED = frozenset(Axis)
#: Said beside what the desk takes for itself, so that it is no secret.
NOT_GIVEN = "not given"
#: Said in `talks:` for what belongs to no talks.
NO_TALKS = "none"


@frozen
class Piece:
    """One thing that was understood: what it is, in words, and whether it was typed or is the desk's default."""

    what: str
    text: str
    given: bool = True

    @property
    def echo(self) -> str:
        """How it is said back: what could be anything has its name before it ("phase: unknown")."""
        return f"{self.what}: {self.text}" if self.what in _NAMED else self.text


@frozen
class Missing:
    """What the line does not say. Nothing is put in its place but a kind, which every line has: it is `taken` as that.

    Only what is `needed` has to be there to save it.
    """

    what: str
    needed: bool = False
    taken: str = ""


def single(tokens: Iterable[Token], key: str) -> Token | None:
    """The one token of a key. Raises InputError where there are two, or where it has no value."""
    found = keyed(tokens, key)
    if len(found) > 1:
        raise InputError(f"{key}: is there twice", where=found[1].text, remedy="Keep one of them.")
    return complete_token(found[0]) if found else None


def complete_token(token: Token) -> Token:
    """The token itself. Raises InputError where its value is missing or its marks are open."""
    if token.open:
        raise InputError("the quotation mark is not closed", where=token.text[:40], remedy="Close it after the value.")
    if not token.value:
        raise InputError(
            "its value is missing", where=token.text[:40].rstrip(":"), remedy="Type it right after the colon."
        )
    return token


def values_of(tokens: Sequence[Token], key: str) -> list[tuple[Token, str]]:
    """Every value of a key that may stand several times or hold a list with commas."""
    return [
        (token, value.strip())
        for token in (complete_token(one) for one in keyed(tokens, key))
        for value in token.value.split(",")
        if value.strip()
    ]


def read_date(token: Token, text: str, known: EntryContext, toward: Toward) -> DateValue:
    """The date of an `on:` or `by:`. Raises InputError at that token."""
    try:
        value = known.date(token.value, toward)
    except InputError as error:
        raise InputError(error.what, where=printable(token.text), remedy=error.remedy) from None
    following = text[token.end :].split(maxsplit=1)
    if (
        following
        and not token.text.endswith(('"', "”", "'", "’"))
        and _parses(f"{token.value} {following[0]}", known, toward)
    ):
        both = f"{token.value} {following[0]}"
        raise InputError(
            f"“{printable(both)}” may be one date", where=printable(token.text),
            remedy=f'Write {token.key}:"{printable(both)}", or {token.key}:"{printable(token.value)}" to keep the word.',
        )  # fmt: skip
    return value


def _parses(text: str, known: EntryContext, toward: Toward) -> bool:
    try:
        known.date(text, toward)
    except InputError:
        return False
    return True


def is_ahead(value: DateValue, known: EntryContext) -> bool:
    """Return True if nothing of it can have happened yet: it begins after now, or `by` may still come."""
    if not value.dated:
        return False
    moment = value.utc_start or value.utc_end
    if moment is not None:
        return moment > known.now
    first = value.start or value.end
    return first is not None and first > known.today


def date_piece(value: DateValue, known: EntryContext, token: Token | None, toward: Toward) -> Piece:
    """The date as it was understood, "Fri Feb 13 2026, the last one": where the other reading is as near, which it is."""
    text = long(value, zones=(known.zone, *known.zones))
    if token is None and value.dated and value.basis is Basis.INFERRED:
        text += f" (today, {NOT_GIVEN})"
    other = _other(value, token, known, toward) if token is not None and _near(value, known) else None
    if other is not None and _near(other, known):
        text += ", the last one" if toward == "past" else ", the next one"
    return Piece("date", text, token is not None)


def unwritten_year(value: DateValue, token: Token, known: EntryContext, toward: Toward) -> str:
    """A warning where the day that was typed without its year is far off, and may be meant in another; else ""."""
    first = value.start or value.end
    if first is None or _near(value, known) or _other(value, token, known, toward) is None:
        return ""
    return f"{token.value} is taken as {first.year}; write the year for another"


def _other(value: DateValue, token: Token, known: EntryContext, toward: Toward) -> DateValue | None:
    """What the same words mean where they are read the other way; None where that is the same, or nothing."""
    try:
        other = known.date(token.value, "future" if toward == "past" else "past")
    except InputError:
        return None
    return None if (other.start, other.end) == (value.start, value.end) else other


def _near(value: DateValue, known: EntryContext) -> bool:
    """Return True if it is so close to today that nobody takes it for another year's."""
    first = value.start or value.end
    return first is not None and abs((first - known.today).days) <= _NEAR


def today_of(known: EntryContext) -> DateValue:
    """The day on which a line was typed that gives none: known by inference alone, and told so."""
    return replace(day(known.today, zone=known.zone), basis=Basis.INFERRED)


def source_piece(source: Source | None, locator: str) -> Piece:
    """The source that was given, or that none was: nothing is put in its place."""
    if source is None:
        return Piece("source", NO_SOURCE, given=False)
    return Piece("source", source.code + (f" {locator}" if locator else ""))


def older_source(source: Source | None, value: DateValue, known: EntryContext) -> str:
    """A remark where the source is dated before what it tells of; "" else. The line is kept all the same."""
    if source is None or is_ahead(value, known) or not source_is_older(source.date, value):
        return ""
    return f"{source.code} is dated {short(source.date, known.today)}, before this: kept, and marked to be looked at"


def basis_of(tokens: Sequence[Token], value: DateValue) -> DateValue:
    """The date with what `basis:` says of how it is known."""
    token = single(tokens, "basis")
    if token is None:
        return value
    return replace(value, basis=Basis(word_of(token.value, list(Basis), where=token.text, what="basis")))


def word_of(typed: str, words: Sequence[str], *, where: str, what: str) -> str:
    """One of the desk's words as typed, in any case, with - or _. Raises InputError with the nearest, or all."""
    wanted = typed.casefold().replace("-", "_").replace(" ", "_")
    if wanted in words:
        return wanted
    raise InputError(f"“{printable(typed)}” is no {what}", where=where, remedy=meant(wanted, words))


def talks_of(
    tokens: Sequence[Token], known: EntryContext, named: Iterable[Party | Person], issue: int | None
) -> tuple[list[Negotiation], bool]:
    """The talks it belongs to, and whether the line says so itself. Not said: those of its issue, those in view, else
    the only current ones in which everybody named takes part.
    """
    values = values_of(tokens, "talks")
    if values:
        if any(value.casefold() == NO_TALKS for _, value in values):
            return [], True
        found = [known.negotiation(value, where=token.text) for token, value in values]
        return list(dict.fromkeys(found)), True
    by_id = {one.id: one for one in known.negotiations}
    if issue is not None:
        return [by_id[issue]] if issue in by_id else [], False
    if known.talks in by_id:
        return [by_id[known.talks]], False
    parties = {one.id if isinstance(one, Party) else one.party_id for one in named} - {None}
    shared = [one for one in known.negotiations if not one.archived and parties and parties <= set(one.party_ids)]
    return (shared, False) if len(shared) == 1 else ([], False)


def talks_piece(talks: Sequence[Negotiation], *, given: bool) -> Piece:
    return Piece("talks", ", ".join(one.name for one in talks) or "in no talks", given)
