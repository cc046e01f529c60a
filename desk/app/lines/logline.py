"""The log line: `SAG wraps early on:fri #session src:S1`, one development in one line.

    line    = piece …, separated by spaces
    piece   = key:value | key:"a value with spaces" | #kind | @who | @"a whole name" | words
    key     = on by issue src talks phase contract action blackout asked outcome how loc basis certainty embargo

Words are kept as they are and move nothing. `@AMPTP` among the words stays one of them. Inside quotation marks all is
words, and so is `http://…`, `9:30` or a key the desk does not know (`LogDraft.notes` says so).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import (
    NOT_GIVEN,
    Missing,
    Piece,
    Toward,
    basis_of,
    complete_token,
    date_piece,
    is_ahead,
    older_source,
    read_date,
    single,
    source_piece,
    talks_of,
    talks_piece,
    today_of,
    unwritten_year,
    values_of,
    word_of,
)
from desk.app.lines.tokens import Sort, Token, keyed, scan, words_of
from desk.model.dates.parse import parse_instant
from desk.model.dates.show import long
from desk.model.dates.value import UNDATED, DateValue, by, instant
from desk.model.dates.zones import printable
from desk.model.enums import AXIS_VALUES, Axis, Certainty, CommentOutcome, DevelopmentKind, plain
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.records import Asked, Development, Embargo, Party, Person
from desk.model.talks.grounds import Footing, who_claims
from desk.model.text import clean

if TYPE_CHECKING:
    from desk.store.store import Store

KEYS: tuple[tuple[str, str], ...] = (
    ("on", "when it happened"),
    ("by", "not later than"),
    ("src", "where it is known from"),
    ("issue", "what it is about"),
    ("talks", "which talks"),
    ("phase", "moves the phase"),
    ("contract", "moves the contract"),
    ("action", "moves the action"),
    ("blackout", "moves the blackout"),
    ("asked", "who was asked for comment"),
    ("outcome", "what came of asking"),
    ("how", "how they were asked"),
    ("loc", "where in the source"),
    ("certainty", "how sure it is"),
    ("basis", "how the date is known"),
    ("embargo", "until when it may not be published"),
)
NAMES = frozenset(key for key, _ in KEYS)
_COMMENT = DevelopmentKind.COMMENT_SOUGHT
_TO_COME = (Certainty.EXPECTED, Certainty.SCHEDULED)


@frozen(kw_only=True)
class LogDraft:
    """What a log line says. `development` can be kept as it is; `missing` is what the line does not say.

    `pieces` are shown while typing; `notes` are sentences about what the reporter may not expect.
    """

    development: Development
    pieces: tuple[Piece, ...]
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()
    embargo: Embargo | None = None


def parse_log(text: str, known: EntryContext) -> LogDraft:
    """A log line as a development. Raises InputError at the piece that is not understood, with what to write instead."""
    text = clean(text)
    tokens = scan(text, NAMES)
    words = words_of(text, tokens)
    named = [
        (token, known.who(complete_token(token).value, where=printable(token.text)))
        for token in tokens
        if token.sort is Sort.WHO
    ]
    axes = _axes(tokens)
    asked = _asked(tokens, known)
    toward = toward_of(tokens)
    value, written = _date(text, tokens, known, toward)
    ahead = is_ahead(value, known)
    kind, kind_given = _kind(tokens, axes=axes, asked=asked, ahead=ahead)
    if kind is _COMMENT and not asked:
        asked = _asked_of([one for _, one in named], tokens)
    value = _certain(tokens, value, known, kind=kind, ahead=ahead)

    in_talks = [
        known.negotiation(v, where=token.text) for token, v in values_of(tokens, "talks") if v.casefold() != "none"
    ]
    issue_token = single(tokens, "issue")
    within = [one.id for one in in_talks if one.id is not None] or ([known.talks] if known.talks is not None else [])
    issue = known.issue(issue_token.value, within, where=issue_token.text) if issue_token else None
    people = [one for _, one in named]
    talks, talks_given = talks_of(tokens, known, people, issue.negotiation_id if issue else None)
    source_token, locator = single(tokens, "src"), single(tokens, "loc")
    source = known.source(source_token.value, where=source_token.text) if source_token else None

    if not words:
        raise InputError("what happened is missing", where="words", remedy="Write it in words: SAG wraps early on:fri.")
    development = Development(
        kind=kind,
        words=words,
        date=value,
        negotiation_ids=tuple(one.id for one in talks if one.id is not None),
        axes=axes,
        party_ids=_ids(people, Party),
        person_ids=_ids(people, Person),
        issue_id=issue.id if issue else None,
        asked=asked,
        source_id=source.id if source else None,
        locator=locator.value if locator else "",
    )
    given = {token.key for token in tokens}
    pieces = [
        date_piece(value, known, written, toward),
        *(
            [Piece("certainty", plain(value.certainty), "certainty" in given)]
            if value.dated or "certainty" in given
            else []
        ),
        _kind_piece(kind, words, people, given=kind_given),
        talks_piece(talks, given=talks_given),
    ]
    pieces += [Piece("about", known.shown(one)) for one in people if kind not in (_COMMENT, DevelopmentKind.CLAIM)]
    if issue:
        pieces.append(Piece("issue", issue.name))
    pieces += [Piece(axis.value, plain(moved)) for axis, moved in axes]
    pieces += [Piece("asked", f"{_name_of(one, known)}: {plain(one.outcome)}") for one in asked]
    pieces.append(source_piece(source, locator.value if locator else ""))
    embargo = _embargo(text, tokens, known)
    if embargo is not None:
        pieces.append(Piece("embargo", f"⏲ embargo until {moment_in_words(embargo, known)}"))
    missing = [] if kind_given else [Missing("kind", taken=f"#{kind.value}")]
    if source is None:
        missing.append(Missing("source"))
    notes = _notes(tokens, development, known, written, toward)
    if older := older_source(source, value, known):
        notes.append(older)
    return LogDraft(
        development=development,
        pieces=tuple(pieces),
        missing=tuple(missing),
        notes=tuple(notes),
        embargo=embargo,
    )


def keep_log(store: Store, draft: LogDraft) -> int:
    """Keep what the line said; returns the development's id."""
    return store.developments.log(draft.development, embargo=draft.embargo)


def toward_of(tokens: Sequence[Token]) -> Toward:
    """Where its date lies: ahead for what the line itself says is to come, else behind."""
    certainty = [token.value.casefold() for token in keyed(tokens, "certainty")]
    kind = [token.value.casefold() for token in tokens if token.sort is Sort.KIND]
    ahead = DevelopmentKind.SCHEDULE in kind or any(one in certainty for one in _TO_COME)
    return "future" if ahead and Certainty.OCCURRED not in certainty else "past"


def _date(text: str, tokens: Sequence[Token], known: EntryContext, toward: Toward) -> tuple[DateValue, Token | None]:
    """When it was or is to be, and the token that says so. Where none does, what happened is taken as of today, by
    inference; what is expected or scheduled is undated.
    """
    on, until = single(tokens, "on"), single(tokens, "by")
    if on and until:
        raise InputError("on: and by: do not go together", where=until.text, remedy="Keep one of them.")
    token = on or until
    if token is None:
        ahead = any(one.value.casefold() in _TO_COME for one in keyed(tokens, "certainty"))
        return basis_of(tokens, UNDATED if ahead else today_of(known)), None
    value = read_date(token, text, known, toward)
    if until is not None:
        try:
            value = by(value)
        except ValueError as error:
            raise InputError(str(error), where=until.text) from None
    return basis_of(tokens, value), token


def _embargo(text: str, tokens: Sequence[Token], known: EntryContext) -> Embargo | None:
    """Until when it may not be published: one day and its hour, which is ahead."""
    token = single(tokens, "embargo")
    if token is None:
        return None
    read_date(token, text, known, "future")  # so that a value which goes on behind a space is asked about
    try:
        until = parse_instant(token.value, now=known.now, zone=known.zone)
    except InputError as error:
        remedy = 'Write, for example, embargo:"fri 5pm" or embargo:"mar 6 9am ET".'
        raise InputError(error.what, where=printable(token.text), remedy=remedy) from None
    if until.moment <= known.now:
        raise InputError("that moment is over", where=printable(token.text), remedy="Leave it out, or mend it.")
    return Embargo(until=until.moment, zone=until.zone)


def moment_in_words(embargo: Embargo, known: EntryContext) -> str:
    """When an embargo ends, in the zones in which the reporter reads a time."""
    return long(instant(embargo.until, embargo.zone), zones=(known.zone, *known.zones))


def _certain(
    tokens: Sequence[Token], value: DateValue, known: EntryContext, *, kind: DevelopmentKind, ahead: bool
) -> DateValue:
    """The date with how sure it is: what is ahead has not occurred, whatever the words say."""
    token = single(tokens, "certainty")
    if token is None:
        usual = Certainty.SCHEDULED if kind is DevelopmentKind.SCHEDULE else Certainty.EXPECTED
        return replace(value, certainty=usual if ahead else Certainty.OCCURRED)
    words = [one for one in Certainty if one is not Certainty.SUPERSEDED]
    certainty = Certainty(word_of(token.value, words, where=token.text, what="certainty"))
    if ahead and certainty is Certainty.OCCURRED:
        raise InputError("what is ahead has not occurred", where=token.text, remedy="Leave it out, or mend the date.")
    return replace(value, certainty=certainty)


def _kind(
    tokens: Sequence[Token], *, axes: Sequence[tuple[Axis, str]], asked: Sequence[Asked], ahead: bool
) -> tuple[DevelopmentKind, bool]:
    """The kind, and whether the line gives it. Else it follows from the other keys, or is that something was said."""
    typed = [token for token in tokens if token.sort is Sort.KIND]
    if len(typed) > 1:
        raise InputError("a development has one kind", where=typed[1].text, remedy="Keep one of them.")
    if typed:
        kind = DevelopmentKind(word_of(typed[0].value, list(DevelopmentKind), where=typed[0].text, what="kind"))
        if asked and kind is not _COMMENT:
            raise InputError("asked: goes with #comment_sought", where=typed[0].text, remedy="Leave one of them out.")
        return kind, True
    if asked:
        return _COMMENT, True
    if any(axis is Axis.ACTION for axis, _ in axes):
        return DevelopmentKind.ACTION, False
    if ahead:
        return DevelopmentKind.SCHEDULE, False
    return DevelopmentKind.STATEMENT, False


def _kind_piece(kind: DevelopmentKind, words: str, named: Sequence[Party | Person], *, given: bool) -> Piece:
    """The kind; of a claim, whose it will be told as."""
    if kind is not DevelopmentKind.CLAIM:
        taken = kind is DevelopmentKind.STATEMENT and not given
        return Piece("kind", f"{plain(kind)} ({NOT_GIVEN})" if taken else plain(kind), given)
    people = [one for one in named if isinstance(one, Person)]
    claimed = who_claims(words, people, (one for one in named if isinstance(one, Party)))
    return Piece("kind", Footing(claim=True, claimed_by=claimed).claimed, given)


def _axes(tokens: Sequence[Token]) -> tuple[tuple[Axis, str], ...]:
    found = []
    for axis in Axis:
        token = single(tokens, axis.value)
        if token is not None:
            found.append((axis, word_of(token.value, AXIS_VALUES[axis], where=token.text, what=axis.value)))
    return tuple(found)


def _asked(tokens: Sequence[Token], known: EntryContext) -> tuple[Asked, ...]:
    who = [known.who(value, where=token.text) for token, value in values_of(tokens, "asked")]
    return _asked_of(who, tokens) if who else ()


def _asked_of(who: Sequence[Party | Person], tokens: Sequence[Token]) -> tuple[Asked, ...]:
    if not who:
        raise InputError(
            "who was asked is missing", where="asked", remedy="Add asked:AMPTP, and outcome: when it is known."
        )
    outcome, how = single(tokens, "outcome"), single(tokens, "how")
    came = CommentOutcome.PENDING
    if outcome:
        came = CommentOutcome(word_of(outcome.value, list(CommentOutcome), where=outcome.text, what="outcome"))
    return tuple(
        Asked(
            person_id=one.id if isinstance(one, Person) else None,
            party_id=one.id if isinstance(one, Party) else None,
            how=how.value if how else "",
            outcome=came,
        )
        for one in dict.fromkeys(who)
    )


def _notes(
    tokens: Sequence[Token], development: Development, known: EntryContext, written: Token | None, toward: Toward
) -> list[str]:
    notes = []
    if development.axes and development.date.certainty not in (Certainty.OCCURRED, Certainty.CONFIRMED):
        notes.append("it has not occurred, so it moves no axis yet")
    elif development.axes and development.kind is DevelopmentKind.CLAIM:
        notes.append("a claim is no fact: where the talks stand is told as claimed")
    if not development.negotiation_ids:
        notes.append("in no talks; talks: puts it into some")
        if development.axes:
            notes.append("without talks it moves no axis")
    if not development.asked:
        notes += [
            f"{key}: goes with #comment_sought and is left out" for key in ("outcome", "how") if single(tokens, key)
        ]
    if written and (warning := unwritten_year(development.date, written, known, toward)):
        notes.append(warning)
    for token in tokens:
        key, colon, value = token.text.partition(":")
        if token.sort is Sort.WORDS and colon and value and key.isalpha() and not value.startswith("//"):
            notes.append(f"{printable(key, 20)}: is no key of the desk, so it is kept as words")
            break
    return notes


def _ids(people: Sequence[Party | Person], kind: type[Party] | type[Person]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.id for one in people if isinstance(one, kind) and one.id is not None))


def _name_of(asked: Asked, known: EntryContext) -> str:
    everybody: list[Party | Person] = [*known.parties] if asked.party_id is not None else [*known.persons]
    wanted = asked.party_id if asked.party_id is not None else asked.person_id
    return next((known.shown(one) for one in everybody if one.id == wanted), "")
