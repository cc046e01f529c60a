"""The form for a quote. Words are pasted as they are; speakers keep the title of their day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.app.forms.form import Field, Filled, Form, written
from desk.app.forms.readers import Line, MaybeWhen, Names, OneOf, Passage, Rule, kept_date, words_of
from desk.app.forms.references import ASource, People, SeveralTalks, by_id
from desk.app.forms.version import Preset
from desk.app.lines.context import EntryContext
from desk.app.lines.linedraft import is_ahead, today_of
from desk.app.lines.quoteline import speaker_of
from desk.model.dates.value import DateValue
from desk.model.enums import Basis, Certainty, Deed, EndMark, GroundRule, QuoteForm
from desk.model.errors import InputError
from desk.model.records import Party, Person, Quote, Speaker, Terms
from desk.store.store import Store

_WORDS = Field(
    name="words", label="Words", reader=Passage(), needed=True, hint="Only their words, without the marks around them."
)
_SPEAKER = Field(
    name="speaker", label="Speaker", reader=People(), needed=True, hint="A person or party; several with commas."
)
_SOURCE = Field(name="source", label="Source", reader=ASource(), preset="source_id")
_DATE = Field(
    name="date", label="Said", reader=MaybeWhen("past"), hint="Empty: today, not stated. fri, feb 9, jan, undated"
)
_VENUE = Field(name="venue", label="Venue", reader=Line())
_FORM: Field[QuoteForm] = Field(
    name="form",
    label="Form",
    reader=OneOf(QuoteForm.FULL, words_of(QuoteForm)),
    hint="empty: full, a whole sentence · partial · paraphrase, never in marks",
)
_END: Field[EndMark] = Field(
    name="end",
    label="Last mark",
    reader=OneOf(EndMark.GIVEN, words_of(EndMark)),
    hint="empty: given · unknown, as where a report closes with its own comma",
)
_LOCATOR = Field(name="locator", label="Where in it", reader=Line(), hint="Timecode, page, paragraph.")
_TALKS = Field(name="talks", label="Talks", reader=SeveralTalks(), preset="negotiation_id")
_TAGS = Field(name="tags", label="Tags", reader=Names())
_RULE: Field[GroundRule | None] = Field(
    name="rule",
    label="Ground rule",
    reader=Rule(None),
    hint="only where it is not that of the source",
)
_BASIS: Field[Basis] = Field(
    name="basis",
    label="Date known",
    reader=OneOf(Basis.STATED, words_of(Basis)),
    hint="empty: stated · inferred · derived · statutory",
)
_DISPUTED = Field(name="disputed", label="Disputed", reader=Line(), hint="By whom and why; empty: it is not.")
_NOTE = Field(name="note", label="Note", reader=Passage())


def _start(store: Store, known: EntryContext, preset: Preset) -> dict[str, str]:
    talks = by_id(known.negotiations, known.talks)
    return written(_TALKS, (talks,) if talks else (), known)


def _load(store: Store, known: EntryContext, row_id: int) -> dict[str, str]:
    quote = store.quotes.get(row_id)
    talks = [found for row in quote.negotiation_ids if (found := by_id(known.negotiations, row)) is not None]
    terms = store.sources.terms(quote_id=row_id)
    return {
        **written(_WORDS, quote.words, known),
        **written(_SPEAKER, tuple(_who(store, one) for one in quote.speakers), known),
        **written(_SOURCE, by_id(known.sources, quote.source_id), known),
        **written(_DATE, quote.date, known),
        **written(_VENUE, quote.venue, known),
        **written(_FORM, quote.form, known),
        **written(_END, quote.end_mark, known),
        **written(_LOCATOR, quote.locator, known),
        **written(_TALKS, tuple(talks), known),
        **written(_TAGS, quote.tags, known),
        **written(_RULE, terms[-1].rule if terms else None, known),
        **written(_BASIS, quote.date.basis, known),
        **written(_DISPUTED, quote.disputed, known),
        **written(_NOTE, quote.note, known),
    }


def _who(store: Store, speaker: Speaker) -> Party | Person:
    if speaker.person_id is not None:
        return store.people.person(speaker.person_id)
    return store.people.party(speaker.party_id or 0)


def _speakers(filled: Filled, before: Quote | None) -> tuple[Speaker, ...]:
    """Those named, as they are today; those that the quote had already, as they were on its day."""
    known = filled.known
    had = {(one.person_id, one.party_id): one for one in (before.speakers if before else ())}
    found = []
    for one in filled[_SPEAKER]:
        speaker = speaker_of(one, known)
        found.append(had.get((speaker.person_id, speaker.party_id), speaker))
    return tuple(found)


def _date(filled: Filled) -> DateValue:
    known, value, basis = filled.known, filled[_DATE], filled[_BASIS]
    if value is None:
        value = today_of(known)
        basis = value.basis if basis is Basis.STATED else basis
    if is_ahead(value, known):
        raise InputError("that day is still to come", where="date", remedy="Write when it was said.")
    return replace(value, certainty=Certainty.OCCURRED, basis=basis)


def _save(store: Store, filled: Filled) -> int:
    before = store.quotes.get(filled.row_id) if filled.row_id is not None else None
    source, form, words = filled[_SOURCE], filled[_FORM], filled[_WORDS]
    if form is QuoteForm.FULL and len(words) > 1 and words[0] + words[-1] in ('""', "“”", "„“", "«»"):
        raise InputError(
            "the marks around the words are put there by the desk", where="words", remedy="Take them away."
        )
    quote = Quote(
        id=filled.row_id,
        form=form,
        words=words,
        end_mark=filled[_END],
        speakers=_speakers(filled, before),
        source_id=source.id if source else None,
        venue=filled[_VENUE],
        date=kept_date(_date(filled), before.date) if before else _date(filled),
        locator=filled[_LOCATOR],
        tags=filled[_TAGS],
        negotiation_ids=tuple(one.id for one in filled[_TALKS] if one.id is not None),
        note=filled[_NOTE],
        disputed=filled[_DISPUTED],
    )
    agreed = store.sources.terms(quote_id=filled.row_id) if filled.row_id is not None else []
    deed, label = (Deed.EDIT_QUOTE, "edit a quote") if before else (Deed.ADD_QUOTE, "add a quote")
    with store.action(deed, label):
        if before is None:
            quote_id = store.quotes.add(quote)
        else:
            store.quotes.edit(quote)
            quote_id = filled.row_id or 0
        _save_rule(store, filled[_RULE], quote_id, agreed)
    return quote_id


def _save_rule(store: Store, rule: GroundRule | None, quote_id: int, agreed: Sequence[Terms]) -> None:
    """Write down the quote's own rule where the form says another one than stood when it was opened."""
    if rule is None and agreed:
        raise InputError("a rule of its own cannot be left out again", where="rule", remedy="Choose another one.")
    if rule is not None and (not agreed or agreed[-1].rule is not rule):
        before = agreed[-1] if agreed else Terms()
        store.sources.set_terms(replace(before, id=None, rule=rule, quote_id=quote_id, recorded_at=None))


QUOTE = Form(
    kind="quote",
    noun="quote",
    fields=(
        _WORDS, _SPEAKER, _SOURCE, _DATE, _VENUE, _FORM, _END, _LOCATOR, _TALKS, _TAGS, _RULE, _BASIS, _DISPUTED, _NOTE,
    ),
    load=_load,
    start=_start,
    save=_save,
)  # fmt: skip
