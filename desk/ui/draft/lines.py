"""How a finding in a draft is drawn: its sign, its word, and the difference beside the bank's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from desk.app.drafts.findings import Finding, Report, Sort
from desk.model.wording.compare import Kind, Piece
from desk.ui.widgets import text

#: Sign, colour and word of each sort.
SIGNS: Mapping[Sort, tuple[str, str, str]] = {
    Sort.EXACT: ("●", "$verified", "exact"),
    Sort.PARTIAL: ("●", "$verified", "words in a row"),
    Sort.ELIDED: ("●", "$verified", "with cuts"),
    Sort.ALTERED: ("≠", "$red", "altered"),
    Sort.WRONG_SPEAKER: ("✕", "$disputed", "wrong speaker"),
    Sort.RESTRICTED: ("⊘", "$restricted", "restricted"),
    Sort.EMBARGOED: ("⏲", "$embargo", "embargoed"),
    Sort.UNVERIFIED: ("○", "$unverified", "not verified"),
    Sort.TERMS_NOT_SET: ("○", "$unverified", "terms not set"),
    Sort.NOT_IN_BANK: ("?", "$amber", "not in the bank"),
    Sort.PARAPHRASE: ("≈", "$red", "a paraphrase"),
    Sort.CUT_NEGATION: ("‸", "$amber", "negation cut"),
    Sort.SCARE_QUOTE: ("·", text.DIM, "a term or scare quotes"),
    Sort.UNCLOSED: ("“", "$red", "mark without its partner"),
    Sort.STAMP: ("■", "$red", "stamp"),
    Sort.HOUSE_STYLE: ("▲", "$amber", "house style"),
    Sort.WEEKDAY: ("▲", "$amber", "weekday and date"),
}
#: Where words are left out.
_GAP = "‸"
_LABEL = 7
#: So much before the first difference is shown of long words.
_BEFORE = 48


def explained(report: Report, number: int, width: int, *, opens: str) -> list[Content]:
    """The lines that explain one finding; `opens` is the key that opens the quote of the bank."""
    finding = report.findings[number]
    sign, style, word = SIGNS[finding.sort]
    line, column = report.draft.place(finding.start)
    left = text.assemble((f"{sign} {word}", f"bold {style}"), (f"  {line}:{column}", text.DIM))
    quote = f"{opens} quote {finding.quote_id}" if finding.quote_id is not None else ""
    lines = [text.between(left, (quote, text.DIM), width), *text.wrap(finding.sentence, width)]
    if finding.difference:
        lines += difference(finding, width)
    elif finding.words:
        lines += _labelled("draft", text.said(finding.words), width)
    return lines


def difference(finding: Finding, width: int) -> list[Content]:
    """The draft's words over the bank's, what differs marked in both."""
    ours = _side(finding.words, finding.difference, quote=True)
    theirs = _side(finding.theirs, finding.difference, quote=False)
    return [*_labelled("draft", ours, width), *_labelled("bank", theirs, width)]


def _side(words: str, pieces: Sequence[Piece], *, quote: bool) -> Content:
    parts: list[text.Part] = []
    at, first = 0, -1
    for piece in pieces:
        start, end = (piece.quote_start, piece.quote_end) if quote else (piece.source_start, piece.source_end)
        style = _style(piece.kind, quote=quote)
        if style and first < 0:
            first = start
        parts += [words[at:start], (words[start:end] or (_GAP if style else ""), style) if style else words[start:end]]
        at = max(at, end)
    whole = text.assemble(*parts, words[at:])
    begin = max(0, first - _BEFORE)
    return Content.assemble("…", whole[begin:]) if begin else whole


def _style(kind: Kind, *, quote: bool) -> str:
    match kind:
        case Kind.SAME:
            return ""
        case Kind.DROPPED:
            return "bold $removed"
        case Kind.ADDED:
            return "bold underline $added" if quote else "bold $removed"
        case Kind.REPLACED:
            return "bold underline $due"
        case _:
            return "bold $border"


def _labelled(label: str, words: Content, width: int) -> list[Content]:
    lines = text.wrap(words, max(8, width - _LABEL), 3)
    return [
        Content.assemble(text.fit((label if not number else "", text.DIM), _LABEL), line)
        for number, line in enumerate(lines)
    ]
