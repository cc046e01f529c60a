"""Completion: what Tab puts in place of the piece at the cursor, in the log line and the quote line, and in fields like them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from desk.app.lines import logline, quoteline
from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import NO_TALKS, Toward
from desk.app.lines.tokens import CLOSING, Sort, Token, in_marks, scan
from desk.model.dates.parse import parse_instant
from desk.model.dates.show import long
from desk.model.enums import (
    AXIS_VALUES,
    Axis,
    Basis,
    Certainty,
    CommentOutcome,
    DevelopmentKind,
    GroundRule,
    Precision,
    QuoteForm,
    plain,
)
from desk.model.frozen import frozen
from desk.model.records import Embargo, Party

#: More are not offered at once.
_OFFERED = 50


@frozen
class Candidate:
    """What Tab puts in place of the line's [start, end), and what it is, in words. `label` is shown instead of a text that
    has a confidential name in it.
    """

    text: str
    start: int
    end: int
    hint: str = ""
    label: str = ""


class Value(NamedTuple):
    """A value that is offered, what it is, and what is shown instead of it."""

    text: str
    hint: str = ""
    label: str = ""


def complete_log(text: str, cursor: int, known: EntryContext) -> tuple[Candidate, ...]:
    """What Tab may put in place of the piece at the cursor, the likeliest first; empty where there is nothing."""
    token = under(scan(text[:cursor], logline.NAMES), cursor)
    if token is None:
        return ()
    if token.text.startswith("@"):
        return offer(token, "@", who_offered(known, token.value if token.sort is Sort.WHO else ""))
    if token.text.startswith("#"):
        begun = token.text[1:].casefold().replace("-", "_")
        return tuple(
            Candidate(f"#{one}", token.start, token.end)
            for one in DevelopmentKind
            if one.startswith(begun) and one != begun
        )
    if token.sort is Sort.KEY:
        return offer(token, f"{token.key}:", _log_values(token, known, logline.toward_of(scan(text, logline.NAMES))))
    return keys_offered(token, logline.KEYS)


def _log_values(token: Token, known: EntryContext, toward: Toward) -> list[Value]:
    begun = token.value.casefold()
    shared = values_offered(token.key, begun, known, toward)
    if shared is not None:
        return shared
    words: Sequence[str] = ()
    match token.key:
        case "issue":
            mine = [one for one in known.issues if known.talks is None or one.negotiation_id == known.talks]
            return [
                Value(one.name)
                for one in mine
                if any(w.startswith(begun) for w in (one.name.casefold(), *one.name.casefold().split()))
            ]
        case "asked":
            return who_offered(known, begun)
        case "embargo":
            return list(_moments_offered(begun, known))
        case "outcome":
            words = list(CommentOutcome)
        case "certainty":
            words = [one for one in Certainty if one is not Certainty.SUPERSEDED]
        case "phase" | "contract" | "action" | "blackout":
            words = AXIS_VALUES[Axis(token.key)]
    return [Value(str(word)) for word in words if word.startswith(begun.replace("-", "_"))]


def _moments_offered(begun: str, known: EntryContext) -> Iterator[Value]:
    """Days that begin so with the hours at which embargoes usually end, each as it is understood."""
    for day_word in ("today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        for hour in ("6am", "9am", "noon", "5pm"):
            typed = f"{day_word} {hour}"
            if typed.startswith(begun):
                until = parse_instant(typed, now=known.now, zone=known.zone)
                if until.moment > known.now:
                    yield Value(typed, logline.moment_in_words(Embargo(until=until.moment, zone=until.zone), known))


def complete_quote(text: str, cursor: int, known: EntryContext) -> tuple[Candidate, ...]:
    """What Tab may put in place of the piece at the cursor; nothing is offered inside the words."""
    begun = text[:cursor]
    after = _outside(begun)
    token = under(scan(begun, quoteline.NAMES), cursor)
    if token is None or token.start < after:
        return ()
    if token.text.startswith("@"):
        return offer(token, "@", who_offered(known, token.value if token.sort is Sort.WHO else ""))
    if token.sort is Sort.KEY:
        return offer(token, f"{token.key}:", _quote_values(token, known))
    return keys_offered(token, quoteline.KEYS)


def _quote_values(token: Token, known: EntryContext) -> list[Value]:
    begun = token.value.casefold()
    shared = values_offered(token.key, begun, known, "past")
    if shared is not None:
        return shared
    if token.key == "rule":
        return [
            Value(rule.value, known.naming(rule)) for rule in GroundRule if rule.startswith(begun.replace("-", "_"))
        ]
    if token.key == "form":
        return [Value(form.value) for form in QuoteForm if form.startswith(begun)]
    return []


def _outside(begun: str) -> int:
    """From where on the cursor is no longer inside the words."""
    lead = len(begun) - len(begun.lstrip())
    if begun[lead : lead + 1] not in CLOSING or not begun.strip():
        return 0
    close = [
        at
        for at in range(lead + 1, len(begun))
        if begun[at] in CLOSING[begun[lead]] and begun[at + 1 : at + 2].isspace()
    ]
    return close[0] + 1 if close else len(begun)


# What any line or field offers


def under(tokens: Sequence[Token], cursor: int) -> Token | None:
    """The token that the cursor stands in or right behind."""
    return next((token for token in tokens if token.start < cursor <= token.end), None)


def offer(token: Token, lead: str, found: Iterable[Value]) -> tuple[Candidate, ...]:
    """Candidates for a token: `lead` and each value, in marks where it needs them, with its hint."""
    offered = (Candidate(lead + in_marks(one.text), token.start, token.end, one.hint, one.label) for one in found)
    return tuple(one for one in offered if one.text != token.text)


def who_offered(known: EntryContext, begun: str) -> list[Value]:
    """Names for `@`, with what they are; a confidential person is shown by the agreed attribution."""
    found = []
    for one in known.who_begins(begun):
        if isinstance(one, Party):
            found.append(Value(known.spelling(one), plain(one.kind)))
        elif one.confidential:
            found.append(Value(known.spelling(one), "confidential", known.shown(one)))
        else:
            found.append(Value(known.spelling(one), one.title or known.party_name(one.party_id)))
    return found


def values_offered(key: str, begun: str, known: EntryContext, toward: Toward) -> list[Value] | None:
    """Values for the keys that both lines have; None for another key."""
    wanted = begun.casefold()
    match key:
        case "src":
            begun_so = (one for one in known.sources if one.code.casefold().startswith(wanted))
            return [Value(one.code, known.shown_source(one)) for one in islice(begun_so, _OFFERED)]
        case "talks":
            found = [Value(one.code, one.name) for one in known.negotiations if one.code.casefold().startswith(wanted)]
            return [*found, *[Value(NO_TALKS, "no talks")][: int(NO_TALKS.startswith(wanted))]]
        case "basis":
            return [Value(one.value) for one in Basis if one.startswith(wanted)]
        case "on" | "by":
            return list(_dates_offered(wanted, known, toward))
    return None


def _dates_offered(wanted: str, known: EntryContext, toward: Toward) -> Iterable[Value]:
    for word in (
        "today",
        "yesterday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "this week",
        "last week",
        "undated",
    ):
        if word.startswith(wanted):
            value = known.date(word, toward)
            yield Value(word, "" if value.precision is Precision.UNDATED else long(value))


def keys_offered(token: Token, keys: Sequence[tuple[str, str]]) -> tuple[Candidate, ...]:
    """The keys that begin as the word does: at least two letters, so that short words are left alone."""
    begun = token.text.casefold()
    if token.sort is not Sort.WORDS or len(begun) < 2:
        return ()
    return tuple(Candidate(f"{key}:", token.start, token.end, hint) for key, hint in keys if key.startswith(begun))
