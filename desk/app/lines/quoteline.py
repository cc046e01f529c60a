"""The quote line: `"We won't accept that" @Crabtree-Ireland src:presser`, one quote in one line.

    line    = "the words" piece …            somebody's own words, between marks
            | words … form:paraphrase piece …  our rendering of them, never in marks
    piece   = @who | @"a whole name" | #tag | key:value | key:"a value with spaces"
    key     = src on venue talks tag rule form loc

Marks inside the words stay words: the quotation ends where nothing but pieces follows. Straight and curly marks will
do. What stands outside the marks and is no piece is refused, so that no word of a quote is lost without a sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import (
    Missing,
    Piece,
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
from desk.app.lines.tokens import CLOSING, Sort, Token, scan, walk
from desk.model.dates.value import UNDATED, DateValue
from desk.model.dates.zones import printable
from desk.model.enums import Certainty, Deed, EndMark, GroundRule, QuoteForm, SourceKind, plain
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.records import Party, Person, Quote, Source, Speaker, Terms
from desk.model.text import clean

if TYPE_CHECKING:
    from desk.store.store import Store

KEYS: tuple[tuple[str, str], ...] = (
    ("src", "where it is known from"),
    ("on", "when it was said"),
    ("venue", "where it was said"),
    ("talks", "which talks"),
    ("tag", "a word to find it by"),
    ("rule", "the ground rule of this quote"),
    ("form", "full, partial or paraphrase"),
    ("loc", "where in the source"),
    ("basis", "how the date is known"),
)
NAMES = frozenset(key for key, _ in KEYS)
#: Marks within a quotation are tried as its end this often; a line with more of them is not what this is for.
_MOST_TRIES = 50
_LONGEST_KEY = 12
_SENTENCE_ENDS = (".", "!", "?", "…")
_INNER_MARKS = "\"'”’»"


@frozen(kw_only=True)
class QuoteDraft:
    """What a quote line says. It can be kept once nothing `needed` is missing; `terms` are the quote's own, if any."""

    quote: Quote
    terms: Terms | None = None
    pieces: tuple[Piece, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()


def parse_quote(text: str, known: EntryContext) -> QuoteDraft:
    """A quote line as a quote. Raises InputError at what is not understood, with what to write instead.

    Speaker and source may be missing: the draft says so, and puts nothing in their place.
    """
    text = clean(text).strip()
    words, tokens, form = _words(text)
    who = _speakers(tokens, known)
    source_token, venue, locator = single(tokens, "src"), single(tokens, "venue"), single(tokens, "loc")
    source = known.source(source_token.value, where=source_token.text) if source_token else None
    value, written = _date(text, tokens, known, source)
    talks, talks_given = talks_of(tokens, known, who, None)
    tags = [value for _, value in values_of(tokens, "tag")] + [one.value for one in tokens if one.sort is Sort.KIND]
    rule_token = single(tokens, "rule")
    rule = _rule(rule_token, known) if rule_token else None
    words, end_mark = _ending(words, form)
    quote = Quote(
        form=form,
        words=words,
        end_mark=end_mark,
        speakers=tuple(speaker_of(one, known) for one in who),
        source_id=source.id if source else None,
        venue=venue.value if venue else "",
        date=value,
        locator=locator.value if locator else "",
        tags=tuple(dict.fromkeys(tags)),
        negotiation_ids=tuple(one.id for one in talks if one.id is not None),
    )
    pieces = [Piece("speaker", _said_by(one, known)) for one in who]
    pieces.append(date_piece(value, known, written, "past"))
    if form is not QuoteForm.FULL:
        pieces.append(Piece("form", plain(form)))
    pieces.append(source_piece(source, locator.value if locator else ""))
    if venue:
        pieces.append(Piece("venue", venue.value))
    pieces.append(talks_piece(talks, given=talks_given))
    pieces += [Piece("tag", f"#{tag}") for tag in quote.tags]
    if rule is not None:
        pieces.append(Piece("ground rule", known.naming(rule)))
    missing = []
    if not who:
        missing.append(Missing("speaker", needed=True))
    if source is None:
        missing.append(Missing("source"))
    notes = _notes(quote, known, written, talks_given=talks_given)
    if older := older_source(source, value, known):
        notes.append(older)
    return QuoteDraft(
        quote=quote,
        terms=Terms(rule=rule) if rule is not None else None,
        pieces=tuple(pieces),
        missing=tuple(missing),
        notes=tuple(notes),
    )


def keep_quote(store: Store, draft: QuoteDraft) -> int:
    """Keep what the line said, with the quote's own ground rule, as one change; returns the quote's id."""
    with store.action(Deed.NOTE_QUOTE, "note a quote"):
        quote_id = store.quotes.add(draft.quote)
        # What counts for all of its source counts for it: terms of its own would be without what was agreed there.
        if draft.terms is not None and draft.terms.rule is not store.quotes.record(quote_id).terms.rule:
            store.sources.set_terms(replace(draft.terms, quote_id=quote_id))
    return quote_id


def speaker_of(one: Party | Person, known: EntryContext) -> Speaker:
    """Somebody as a speaker, with name, title and party as they are today."""
    if isinstance(one, Party):
        return Speaker(party_id=one.id, name=one.name)
    return Speaker(person_id=one.id, name=one.name, title=one.title, party=known.party_name(one.party_id))


def _rule(token: Token, known: EntryContext) -> GroundRule:
    """A ground rule by the desk's word or by the newsroom's label."""
    for rule in GroundRule:
        if token.value.casefold() == known.naming(rule).casefold():
            return rule
    return GroundRule(word_of(token.value, list(GroundRule), where=token.text, what="ground rule"))


# The words


def _words(text: str) -> tuple[str, list[Token], QuoteForm]:
    """The words, the pieces around them, and the form."""
    if text[:1] in CLOSING:
        end = _end_of_quotation(text)
        if end is None:
            raise _unclosed(text)
        tokens = _pieces(text, end + 1)
        form = _form(tokens)
        if form is QuoteForm.PARAPHRASE:
            raise InputError(
                "a paraphrase has no quotation marks", where="form:paraphrase",
                remedy="Take the marks away, or write form:partial for words that are their own.",
            )  # fmt: skip
        words = text[1:end].strip()
        if not _nested(words):
            raise InputError(
                "these are two quotations with words between them", where="words",
                remedy="Note each on its own, so that nobody is given words of yours.",
            )  # fmt: skip
        if not words:
            raise InputError("there are no words between the marks", where="words")
        return words, tokens, form
    tokens = scan(text, NAMES)
    form = _form(tokens)
    spoken = [token for token in tokens if token.sort is Sort.WORDS]
    if form is QuoteForm.PARAPHRASE and spoken:
        first, last = spoken[0], spoken[-1]
        between = [token for token in tokens if first.start < token.start < last.start and token.sort is not Sort.WORDS]
        if between:
            raise InputError(
                "the words of a paraphrase stand together", where=printable(between[0].text),
                remedy="Put the other pieces behind them.",
            )  # fmt: skip
        return text[first.start : last.end], [token for token in tokens if token.sort is not Sort.WORDS], form
    raise InputError(
        "the words need quotation marks around them" if spoken else "the words are missing",
        where="words",
        remedy='Write "the words" @who src:where; what is not word for word, with form:paraphrase and no marks.',
    )


def _end_of_quotation(text: str) -> int | None:
    """Where the mark stands that closes the words: the first after which only pieces follow."""
    tried = 0
    for at in _closing_marks(text):
        rest = text[at + 1 :].lstrip()
        if rest and not (rest[0] in "@#" or ":" in rest[:_LONGEST_KEY]):
            continue
        if all(token.sort is not Sort.WORDS for token in walk(rest, NAMES)):
            return at
        tried += 1
        if tried == _MOST_TRIES:
            break
    return None


def _closing_marks(text: str) -> Iterator[int]:
    """The places of marks that could close the words: those with nothing stuck to them."""
    for at in range(1, len(text)):
        if text[at] in CLOSING[text[0]] and (at + 1 == len(text) or text[at + 1].isspace()):
            yield at


def _pieces(text: str, begin: int) -> list[Token]:
    """The pieces behind the words, with their places in the whole line."""
    return [replace(token, start=token.start + begin, end=token.end + begin) for token in scan(text[begin:], NAMES)]


def _nested(words: str) -> bool:
    """Return True if the marks inside the words open before they close: what one speaker quotes, not where one ends."""
    depth = 0
    for at, char in enumerate(words):
        if char in "“„«" or (char == '"' and (at == 0 or words[at - 1].isspace() or words[at - 1] in "([—–-")):
            depth += 1
        elif char in '"”»':
            depth -= 1
            if depth < 0:
                return False
    return True


def _unclosed(text: str) -> InputError:
    """Why the quotation has no end: no second mark, or words behind it that are no piece."""
    for at in _closing_marks(text):
        outside = next((token for token in walk(text[at + 1 :], NAMES) if token.sort is Sort.WORDS), None)
        if outside is not None:
            return InputError(
                f"“{printable(outside.text)}” stands outside the quotation marks",
                where="words",
                remedy="Only @who, #tag and keys such as src: go there. Two quotations are two quotes.",
            )
    if any(mark in text[1:] for mark in CLOSING[text[0]]):
        remedy = "Put a space behind the last mark."
        return InputError("the end of the quotation cannot be told", where="words", remedy=remedy)
    return InputError("the quotation mark is not closed", where=text[:1], remedy="Close it after the last word.")


def _form(tokens: Sequence[Token]) -> QuoteForm:
    token = single(tokens, "form")
    return QuoteForm(word_of(token.value, list(QuoteForm), where=token.text, what="form")) if token else QuoteForm.FULL


def _ending(words: str, form: QuoteForm) -> tuple[str, EndMark]:
    """The words without a report's own comma, and whether the sentence's last mark is known."""
    if form is not QuoteForm.FULL:
        return words, EndMark.GIVEN
    if words.endswith(",") and len(words) > 1:
        return words.rstrip(", "), EndMark.UNKNOWN
    return words, EndMark.GIVEN if words.rstrip(_INNER_MARKS).endswith(_SENTENCE_ENDS) else EndMark.UNKNOWN


# The pieces


def _speakers(tokens: Sequence[Token], known: EntryContext) -> list[Party | Person]:
    found = []
    for token in tokens:
        if token.sort is Sort.WHO:
            if token.rest.strip(",;"):
                raise InputError(f"“{printable(token.rest)}” does not belong to a name", where=printable(token.text))
            found.append(known.who(complete_token(token).value, where=printable(token.text)))
    return list(dict.fromkeys(found))


def _said_by(one: Party | Person, known: EntryContext) -> str:
    """Somebody as it is said back: with title and party, or as it was agreed."""
    if isinstance(one, Person) and one.confidential:
        return known.shown(one)
    speaker = speaker_of(one, known)
    return ", ".join(part for part in (speaker.name, speaker.title, speaker.party) if part)


def _date(
    text: str, tokens: Sequence[Token], known: EntryContext, source: Source | None
) -> tuple[DateValue, Token | None]:
    """When it was said. Where the line does not say: the day of the source that is the occasion itself, nothing for a
    report (its own date is not the quote's), else today, by inference.
    """
    token = single(tokens, "on")
    if token is not None:
        value = read_date(token, text, known, "past")
        if is_ahead(value, known):
            raise InputError("that day is still to come", where=token.text, remedy="Write when it was said.")
        return replace(basis_of(tokens, value), certainty=Certainty.OCCURRED), token
    if source is not None and source.kind is SourceKind.PUBLISHED_REPORT:
        return replace(UNDATED, certainty=Certainty.OCCURRED), None
    if source is not None and source.date.dated and not is_ahead(source.date, known):
        return replace(source.date, certainty=Certainty.OCCURRED), None
    return replace(today_of(known), certainty=Certainty.OCCURRED), None


def _notes(quote: Quote, known: EntryContext, written: Token | None, *, talks_given: bool) -> list[str]:
    notes = []
    if written and (warning := unwritten_year(quote.date, written, known, "past")):
        notes.append(warning)
    if written is None and not quote.date.dated:
        notes.append("when it was said is not known; on: says it")
    if quote.form is QuoteForm.FULL and quote.end_mark is EndMark.UNKNOWN:
        notes.append("its last mark is not known")
    if not quote.negotiation_ids and known.negotiations and not talks_given:
        notes.append("in no talks; talks: puts it into some")
    return notes
