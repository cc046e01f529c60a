"""Everything that is known of a quote, put into words: its record, its source, its history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desk.app.views import history_words
from desk.app.views.quotes import QuoteFacts
from desk.model.dates import show as dateshow
from desk.model.dates.zones import zone_info
from desk.model.enums import EndMark, plain
from desk.model.quotes import verification_history
from desk.model.quotes.copy_notices import IN_A_FILE, how_often
from desk.model.quotes.embargo import in_force, until
from desk.model.quotes.fingerprint import evidence, state
from desk.model.quotes.gate import gate
from desk.model.quotes.groundrules import in_words
from desk.model.quotes.refusal import Refusal
from desk.model.records import Copied, QuoteRecord, Source
from desk.ui.panes import quote_lines
from desk.ui.quotes import agreed, alike
from desk.ui.widgets import text
from desk.ui.widgets.sheet import Fact, Item, Title, Words


def items(facts: QuoteFacts, look: quote_lines.Look, zone: str, *, named: bool, whole: bool) -> list[Item]:
    """The sheet of a quote. `whole` says the words as well, which stand beside it already in the list."""
    record, quote = facts.record, facts.record.quote
    # Where it was said, the reporter's own notes and the source's title can tell who a confidential source is as well as
    # the name.
    secret = quote_lines.hidden(record) and not named
    found: list[Item] = []
    if whole:
        found += [Words(quote.words), Words("")]
    found += [
        Fact("said by", quote_lines.who(record, named=named)),
        Fact("as", plain(quote.form) + ("; its last mark is not known" if quote.end_mark is EndMark.UNKNOWN else "")),
        Fact("when", dateshow.long(quote.date) + (f", {plain(quote.date.basis)}" if quote.date.dated else "")),
    ]
    own = [
        ("where", "" if secret else quote.venue),
        ("talks", ", ".join(facts.talks)),
        ("tags", "" if secret else ", ".join(quote.tags)),
        ("note", "" if secret else quote.note),
    ]
    found += [Fact(label, value) for label, value in own if value]
    found += _may_leave(record, look)
    found += _source(record.source, quote.locator, secret=secret)
    if facts.kept:
        found.append(Fact("kept copy", "there, unchanged"))
    found += [Fact("kept copy", (said, "$amber")) for said in facts.wrong]
    if facts.alike:
        found.append(Title("The same words elsewhere"))
        found += [Fact(f"quote {one.record.quote.id}", alike.in_words(one, look)) for one in facts.alike]
    found += _history(facts, look, zone, secret=secret)
    return found


def _may_leave(record: QuoteRecord, look: quote_lines.Look) -> list[Item]:
    known = state(record)
    sign, style = quote_lines.STATE_SIGNS[known]
    answer = gate(record, now=look.now, naming=look.labels.of)
    found: list[Item] = [
        Title("May it leave?"),
        Fact(
            "accuracy",
            text.assemble((f"{sign} ", style), (quote_lines.STATE_WORDS[known], style), ". ", evidence(record)),
        ),
        Fact("terms", in_words(record.terms, confidential=record.confidential, naming=look.labels.of)),
    ]
    if record.embargo is not None and in_force(record.embargo, look.now):
        found.append(Fact("embargo", text.assemble(("⏲ ", "$embargo"), f"until {until(record.embargo, look.now)}")))
    if isinstance(answer, Refusal):
        found.append(Fact("a copy", text.assemble(("⊘ ", "$restricted"), str(answer))))
    else:
        found.append(Fact("a copy", quote_lines.copies_as(answer)))
    return found


def _source(source: Source | None, locator: str, *, secret: bool) -> list[Item]:
    if source is None:
        return [Title("Source"), Fact("", ("none yet; e sets it", text.DIM))]
    found: list[Item] = [
        Title("Source"),
        Fact(source.code, f"{plain(source.kind)}, {source.tier}" + (", confidential" if source.confidential else "")),
    ]
    if source.withdrawn_at is not None:
        found.append(Fact("withdrawn", ("nothing rests on it until undo brings it back", "$amber")))
    if secret:
        return [*found, Fact("", ("the rest is hidden with the name", text.DIM))]
    rest = [
        ("title", source.title), ("outlet", source.outlet),
        ("dated", dateshow.long(source.date) if source.date.dated else ""),
        ("at", " ".join(part for part in (source.locator, locator) if part)), ("address", source.url),
    ]  # fmt: skip
    return found + [Fact(label, value) for label, value in rest if value]


def _history(facts: QuoteFacts, look: quote_lines.Look, zone: str, *, secret: bool) -> list[Item]:
    """What was done to it and where it went, the newest first."""
    events: list[tuple[datetime, text.Part]] = []
    for change in facts.history:
        was = history_words.was(change) if not secret else ""
        events.append(
            (
                change.action.at,
                text.assemble(history_words.what_happened(change), (f"; was: {was}" if was else "", text.DIM)),
            )
        )
    if not any(change.before is None for change in facts.history) and facts.record.quote.recorded_at is not None:
        events.append((facts.record.quote.recorded_at, "added"))
    for check in verification_history.history(facts.record):
        if check.at is not None:
            events.append(
                (check.at, text.assemble(check.done, (f"; {check.now}", text.DIM if check.holds else "$stale")))
            )
    for step in agreed.steps(facts.agreed, look.labels, look.today):
        if step.at is not None:
            events.append((step.at, step.told(secret=secret)))
    for copy in facts.copies:
        if copy.recorded_at is not None:
            events.append((copy.recorded_at, _copied(copy, facts.stories)))
    if not events:
        return []
    title = "History"
    if facts.copies:
        last = max(copy.recorded_at for copy in facts.copies if copy.recorded_at is not None)
        title = f"History; {how_often(facts.copies)}, last {moment(last, look, zone)}"
    return [
        Title(title),
        *(Fact(moment(at, look, zone), what) for at, what in sorted(events, key=lambda one: one[0], reverse=True)),
    ]


def _copied(copy: Copied, stories: Mapping[int, str]) -> text.Part:
    """What went out: how sure that is, in which format, where to, for which story, with which stamp, and why."""
    sure = (
        "copied"
        if copy.confirmed
        else "not copied, kept in a file"
        if copy.mechanism == IN_A_FILE
        else "sent, not confirmed,"
        if copy.mechanism
        else "begun to be copied, and what became of it is not known,"
    )
    where = copy.mechanism if copy.mechanism != IN_A_FILE else ""
    slug = stories.get(copy.story_id, "") if copy.story_id is not None else ""
    return text.assemble(
        f"{sure} as {copy.format}{f' for {slug}' if slug else ''}",
        (f" ({where})" if where else "", text.DIM),
        (f" {copy.stamp}" if copy.stamp else "", "$due"),
        (f"; because: {copy.reason}" if copy.reason else "", text.DIM),
    )


def moment(at: datetime, look: quote_lines.Look, zone: str) -> str:
    """When something was done at the desk: the day and the hour, with the year where it is not this one."""
    local = at.astimezone(zone_info(zone))
    day = f"{dateshow.MONTHS[local.month - 1]} {local.day}"
    return f"{day} {local:%H:%M}" if local.year == look.today.year else f"{day} {local.year} {local:%H:%M}"
