"""The formats in which a quote is copied: text made of a Permit, which holds all that a formatter may know.

Only `desk.app.release` calls these for text that leaves; what they make is searched there before it goes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from string import Formatter

from desk.config.settings import FIELDS
from desk.formats.copies.attribution import HouseStyle, Reference, attribution_text, day_text, origin_text, said
from desk.formats.copies.marks import bare, quoted
from desk.formats.copies.sentence import Placement, sentence
from desk.model.enums import Basis, EndMark, QuoteForm, plain
from desk.model.errors import InputError
from desk.model.frozen import frozen
from desk.model.quotes.gate import Permit


class Kind(StrEnum):
    """What is made of a quote."""

    SENTENCE = "sentence"
    WORDS = "words"
    MARKDOWN = "markdown"
    PROVENANCE = "provenance"
    TEMPLATE = "template"


@frozen
class CopyFormat:
    """One format by the name under which it is chosen, kept in the copy log, and put in words for the list of them."""

    name: str
    words: str
    kind: Kind
    placement: Placement = Placement.AFTER
    reference: Reference = Reference.FIRST
    template: str = ""


#: The desk's own formats; the first is what `y` copies.
FORMATS: tuple[CopyFormat, ...] = (
    CopyFormat("sentence", "attributed sentence", Kind.SENTENCE),
    CopyFormat("sentence-before", "attributed sentence, the speaker first", Kind.SENTENCE, Placement.BEFORE),
    CopyFormat("sentence-between", "attributed sentence, the speaker between", Kind.SENTENCE, Placement.BETWEEN),
    CopyFormat("later", "later reference, by surname", Kind.SENTENCE, reference=Reference.LATER),
    CopyFormat("words", "the words alone, in marks", Kind.WORDS),
    CopyFormat("markdown", "Markdown", Kind.MARKDOWN),
    CopyFormat("provenance", "with source, date and state", Kind.PROVENANCE),
)


def all_formats(templates: Mapping[str, str]) -> tuple[CopyFormat, ...]:
    """The desk's formats, then the newsroom's own. A template under the name of one of the desk's takes its place."""
    own = {name: CopyFormat(name, "your own", Kind.TEMPLATE, template=text) for name, text in templates.items()}
    replaced = [own.pop(known.name, known) for known in FORMATS]
    return (*replaced, *own.values())


def render(permit: Permit, chosen: CopyFormat, house: HouseStyle) -> str:
    """The text of a quote in a format, with every stamp. Raises InputError for a template that cannot be filled in."""
    match chosen.kind:
        case Kind.SENTENCE:
            text = sentence(permit, house, placement=chosen.placement, reference=chosen.reference)
        case Kind.WORDS:
            text = in_marks(permit, house)
        case Kind.MARKDOWN:
            return _markdown(permit, house)
        case Kind.PROVENANCE:
            return _provenance(permit, house)
        case Kind.TEMPLATE:
            text, stamped = _filled(chosen, _values(permit, house))
            text = text.strip()
            if stamped:
                return text
    return f"{text} {permit.stamp}" if permit.stamp else text


def in_marks(permit: Permit, house: HouseStyle) -> str:
    """The words alone: in marks, or as they are for a paraphrase."""
    if permit.form is QuoteForm.PARAPHRASE:
        return bare(permit.words)
    # Where the last mark is not known, a comma there is a report's; so it is at the end of a part of a sentence.
    reports = permit.end_mark is EndMark.UNKNOWN or permit.form is QuoteForm.PARTIAL
    words = permit.words.rstrip().removesuffix(",") if reports else permit.words
    return quoted(words, house.marks)


_MARKDOWN_SIGNS = re.compile(r"([\\`*_<\[\]])")
_MARKDOWN_START = re.compile(r"^(\s*)([#>+\-=~|]|\d+[.)])", re.MULTILINE)


def escaped(text: str) -> str:
    """People's text as Markdown that shows it as it is."""
    return _MARKDOWN_START.sub(r"\1\\\2", _MARKDOWN_SIGNS.sub(r"\\\1", text))


def _markdown(permit: Permit, house: HouseStyle) -> str:
    """A block quotation, the attribution below it."""
    below = attribution_text(permit.attribution)
    if permit.origin is not None and permit.origin.date.basis is Basis.STATED and below:
        below = ", ".join(part for part in (below, day_text(permit.origin.date, house)) if part)
    lines = escaped(in_marks(permit, house)).split("\n")
    ends = " ".join(part for part in (f"— {escaped(below)}" if below else "", permit.stamp) if part)
    if ends:
        lines += ["", ends]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _provenance(permit: Permit, house: HouseStyle) -> str:
    """The words and, a line each, everything that may be known of them."""
    origin = permit.origin
    given = [
        ("Paraphrase" if permit.form is QuoteForm.PARAPHRASE else "Partial quote", in_marks(permit, house))
        if permit.form is not QuoteForm.FULL
        else ("Quote", in_marks(permit, house)),
        ("Attribution", attribution_text(permit.attribution)),
    ]
    if origin is not None:
        day = day_text(origin.date, house)
        if day and origin.date.basis is not Basis.STATED:
            day += f" ({plain(origin.date.basis)})"
        given += [
            ("Said", ", ".join(part for part in (day, origin.venue) if part)),
            ("Source", origin_text(origin, house)),
        ]
    given.append(("State", plain(permit.state)))
    lines = [f"{name}: {value}" for name, value in given if value]
    return "\n".join([*lines, permit.stamp] if permit.stamp else lines)


def _values(permit: Permit, house: HouseStyle) -> dict[str, str]:
    """What each field of a template stands for. A source that may not be named has only the agreed attribution."""
    origin, speakers = permit.origin, permit.attribution.speakers
    whose = attribution_text(permit.attribution)
    return {
        "quote": in_marks(permit, house),
        "sentence": sentence(permit, house),
        "attribution": whose,
        "said": said(permit, house),
        "name": " and ".join(speaker.name for speaker in speakers) or whose,
        "title": "; ".join(speaker.title for speaker in speakers if speaker.title),
        "party": "; ".join(dict.fromkeys(speaker.party for speaker in speakers if speaker.party)),
        "venue": origin.venue if origin else "",
        "date": day_text(origin.date, house) if origin else "",
        "source": origin.title if origin else "",
        "outlet": origin.outlet if origin else "",
        "url": origin.url if origin else "",
        "locator": origin.locator if origin else "",
        "state": plain(permit.state),
        "stamp": permit.stamp,
    }


_SEPARATORS = " \t,;:—–-|·/"
_CLOSING = {"(": ")", "[": "]"}
_LEADS = _SEPARATORS + "(["


def _filled(chosen: CopyFormat, values: Mapping[str, str]) -> tuple[str, bool]:
    """A template with its fields filled in, and whether the stamp is among them. An empty field takes the separators
    that lead to it along; brackets around empty fields alone go as well.
    """
    text, stamped = "", False
    led: str | None = None
    where = f"templates.{chosen.name}"
    try:
        pieces = list(Formatter().parse(chosen.template))
    except ValueError as error:
        raise InputError(f"the template has a brace too many or too few ({error})", where=where) from None
    for literal, field, spec, conversion in pieces:
        if field is not None and (field not in values or spec or conversion):
            raise InputError(
                f"the template has the unknown field {{{field}}}",
                where=where,
                remedy=f"There are: {', '.join(FIELDS)}.",
            )
        stamped = stamped or field == "stamp"
        if led is not None:
            literal, led = _after_empty(led, literal, begins=not text, ends=field is None), None
        if field is None:
            text += literal
        elif values[field]:
            text += literal + values[field]
        else:
            kept = literal.rstrip(_LEADS)
            text, led = text + kept, literal[len(kept) :]
    return text, stamped


def _after_empty(led: str, literal: str, *, begins: bool, ends: bool) -> str:
    """What stands between an empty field and the next: `led` is what led to the empty one."""
    rest = literal.lstrip(_SEPARATORS)
    bracket = _CLOSING.get(led.rstrip()[-1:], "")
    if bracket and rest.startswith(bracket):
        return rest[1:]
    if bracket:
        return led + rest
    if begins:
        return rest
    if rest:
        return literal
    return "" if ends else led
