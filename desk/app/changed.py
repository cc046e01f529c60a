"""What changed in a span, as a text for an editor: what may leave of it, and nothing that is not clean.

Each line is let out by itself, by the way `changed`. What is stamped or under embargo stays behind, and so does a line
with a confidential name in it; both are counted for the reporter, and the text tells of neither. What a source's terms
do not let be published is not even counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from desk.app.changed_lines import HEADINGS, Line, Said, lines
from desk.app.confidential import confidential_names
from desk.app.release import release, release_text
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import CopyFormat, Kind
from desk.model.dates.span import Span, told
from desk.model.frozen import frozen
from desk.model.names.names import Names
from desk.model.quotes.refusal import Reason, Refusal
from desk.model.released import Released
from desk.store.store import Store

_WAY = "changed"
#: The format under which a verified quote of such a text stands in the copy log.
FORMAT = CopyFormat("changed", "in what changed", Kind.SENTENCE)


@frozen
class Section:
    """What changed in one negotiation or story: (heading, the lines under it, newest first)."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


@frozen
class ChangedText:
    """The whole text, or why there is none, and what the reporter is told beside it.

    `quotes` are the verified quotes in it, each by its number with its line; it is `careful` where one of them is from a
    source that may not be named.
    """

    released: Released | Refusal
    sections: tuple[Section, ...]
    count: int = 0
    unclean: int = 0
    secret: int = 0
    quotes: tuple[tuple[int, str], ...] = ()
    careful: bool = False

    @property
    def left_out(self) -> str:
        """What is not in it, for the reporter alone; "" where nothing was left out."""
        reasons = [
            (self.unclean, "not verified, stamped or under embargo"),
            (self.secret, "with a confidential name"),
        ]
        said = [f"{count} {words}" for count, words in reasons if count]
        return f"Left out: {', '.join(said)}." if said else ""


@dataclass(slots=True)
class _Made:
    """The text as it grows."""

    unclean: int = 0
    secret: int = 0
    count: int = 0
    permitted: list[str] = field(default_factory=list)
    quotes: list[tuple[int, str]] = field(default_factory=list)
    careful: bool = False


def changed_text(
    store: Store, span: Span, *, now: datetime, gate_now: datetime, zone: str, house: HouseStyle
) -> ChangedText:
    """What was learned in the span, as it may leave at this moment.

    `now` is the desk's clock and `gate_now` the one by which an embargo is judged; `zone` is the reporter's.
    """
    names = confidential_names(store)
    made = _Made()
    sections = []
    for title, found in lines(store, span.since, span.until or now, gate_now=gate_now, house=house):
        parts = []
        for heading in HEADINGS:
            said = [text for one in found if one.heading == heading if (text := _let(one, names, house, made))]
            if said:
                parts.append((heading, tuple(said)))
        if parts:
            sections.append(Section(_title(title, names), tuple(parts)))
    reporter = store.settings.reporter()
    text = _whole(told(span, now=now, zone=zone), reporter, sections)
    # Where somebody may be named whose surname is a confidential one too, that line was searched by itself.
    whole = release_text(text, way=_WAY, names=names, permitted=(reporter, *made.permitted))
    return ChangedText(
        whole, tuple(sections), made.count, made.unclean, made.secret, tuple(made.quotes), careful=made.careful
    )


def _whole(when: str, reporter: str, sections: Sequence[Section]) -> str:
    out = [f"What changed: {when}"]
    if reporter:
        out.append(reporter)
    if not sections:
        out += ["", "Nothing that can be told."]
    for section in sections:
        out += ["", section.title]
        for heading, said in section.parts:
            out += ["", heading, *(f"- {one}" for one in said)]
    return "\n".join(out)


def _title(title: str, names: Names) -> str:
    """A name of talks or a slug that has a confidential name in it is not told."""
    return title if isinstance(release_text(title, way=_WAY, names=names), Released) else "(a name left out)"


def _let(line: Line, names: Names, house: HouseStyle, made: _Made) -> str:
    """One line as it may leave, or "" for what stays behind."""
    if line.embargoed:
        made.unclean += 1
        return ""
    answer = _words(line, names, house)
    if isinstance(answer, Refusal):
        if answer.reason is Reason.CONFIDENTIAL_NAME:
            made.secret += 1
        elif answer.reason is Reason.NOT_CLEAN:
            made.unclean += 1
        return ""
    made.count += 1
    text = " ".join(answer.split())
    if line.permit is not None:
        made.permitted += line.permit.permitted
        made.careful = made.careful or line.permit.origin is None
        if line.said is Said.QUOTE and line.quote_id is not None:
            made.quotes.append((line.quote_id, text))
    return text


def _words(line: Line, names: Names, house: HouseStyle) -> str | Refusal:
    permit = line.permit
    if permit is None:
        answer = release_text(line.text, way=_WAY, names=names, forbidden=line.forbidden)
        return answer.text if isinstance(answer, Released) else answer
    if line.said is not Said.QUOTE:
        answer = release_text(line.text, way=_WAY, names=names, permitted=permit.permitted, forbidden=permit.forbidden)
        return answer.text if isinstance(answer, Released) else answer
    whole = release(permit, FORMAT, way=_WAY, names=names, house=house)
    if isinstance(whole, Refusal):
        return whole
    # One line a thing: its paragraphs become one. The words as they were have been searched.
    joined = release(replace(permit, words=" ".join(permit.words.split())), FORMAT, way=_WAY, names=names, house=house)
    return joined if isinstance(joined, Refusal) else f"{line.text}{joined.text}"
