"""The copy gate: whether a quote may leave, and all that a formatter may know of it.

The other half is `desk.app.release`, which alone makes text of a Permit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from desk.model.dates.value import UNDATED, DateValue
from desk.model.enums import EndMark, GroundRule, QuoteForm, QuoteState, SourceKind, plain
from desk.model.frozen import frozen
from desk.model.names.titles import HONORIFICS, SUFFIXES
from desk.model.quotes.embargo import embargo_stamp, in_force
from desk.model.quotes.fingerprint import newest, state
from desk.model.quotes.groundrules import Naming, Permissions, label, permissions
from desk.model.quotes.quotes import QuoteRecord
from desk.model.quotes.refusal import Mend, Reason, Refusal
from desk.model.text import one_line
from desk.model.wording.tokens import terms

#: The stamp of words that nobody has compared with a source that still stands.
UNVERIFIED = "[UNVERIFIED]"


@frozen
class Named:
    """A speaker who may be named, as printed with the quote."""

    name: str
    title: str = ""
    party: str = ""
    is_party: bool = False


@frozen(kw_only=True)
class Attribution:
    """Whose words they are, as far as it may be said: speakers by name, or the agreed description, or nothing."""

    speakers: tuple[Named, ...] = ()
    agreed: str = ""


@frozen(kw_only=True)
class Origin:
    """Where and when, for a source that may be named. `report` says that a published report is where it is from."""

    venue: str = ""
    date: DateValue = UNDATED
    title: str = ""
    outlet: str = ""
    published: DateValue = UNDATED
    url: str = ""
    locator: str = ""
    report: bool = False


@frozen(kw_only=True)
class Permit:
    """Yes, and everything that a formatter may know. `origin` is None for a source that may not be named.

    `stamps` go with the text, in this order; `forbidden` are names that may not be in the finished text, whatever
    else is confidential; `permitted` are those that may.
    """

    form: QuoteForm
    words: str
    end_mark: EndMark
    attribution: Attribution
    state: QuoteState
    origin: Origin | None = None
    stamps: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    permitted: tuple[str, ...] = ()

    @property
    def stamp(self) -> str:
        """The stamps as one piece of text, empty where the quote is clean."""
        return " ".join(self.stamps)


def gate(record: QuoteRecord, *, now: datetime, override: str = "", naming: Naming = label) -> Permit | Refusal:
    """Whether this quote may leave at this moment, and as what.

    `now` is the machine's own clock (aware); only a demo has another. `override` is the reporter's reason for letting
    a disputed quote go; it opens nothing else. `naming` is how a refusal calls the ground rules.
    """
    if now.tzinfo is None:
        raise ValueError("the gate needs to know the zone of its clock")
    allowed = permissions(record.terms, confidential=record.confidential)
    refusal = _refused(record, allowed, one_line(override), naming(record.terms.rule))
    if refusal is not None:
        return refusal
    quote, source = record.quote, record.source
    speakers = tuple(
        Named(name=one_line(s.name), title=one_line(s.title), party=one_line(s.party), is_party=s.party_id is not None)
        for s in quote.speakers
    )
    origin = None
    attribution, known = Attribution(), state(record)
    if allowed.name:
        attribution = Attribution(speakers=speakers) if speakers else Attribution(agreed=_agreed(record))
        origin = Origin(
            venue=one_line(quote.venue),
            date=quote.date,
            title=source.title if source else "",
            outlet=source.outlet if source else "",
            published=source.date if source else UNDATED,
            url=source.url if source else "",
            locator=quote.locator or (source.locator if source else ""),
            report=source is not None and source.kind is SourceKind.PUBLISHED_REPORT,
        )
    elif allowed.attribute:
        attribution = Attribution(agreed=_agreed(record))
    return Permit(
        form=quote.form,
        words=quote.words.strip(),
        end_mark=quote.end_mark,
        attribution=attribution,
        state=known,
        origin=origin,
        stamps=_stamps(record, known, now=now, named=allowed.name, override=one_line(override)),
        forbidden=() if allowed.name else hidden_names(record),
        permitted=_own_names(record, speakers) if allowed.name else (),
    )


def _own_names(record: QuoteRecord, speakers: Iterable[Named]) -> tuple[str, ...]:
    """The speakers' names. A surname alone may be that of somebody else, who is confidential: it is their own where the
    desk knows them by a given name with it.
    """
    known = [set(terms(name)) for name in record.known_as if len(_apart_from_titles(name)) > 1]
    return tuple(
        speaker.name
        for speaker in speakers
        if speaker.is_party
        or len(words := _apart_from_titles(speaker.name)) > 1
        or any(set(terms(" ".join(words))) <= fuller for fuller in known)
    )


def _apart_from_titles(name: str) -> list[str]:
    """A name's words less "Mr." and "Jr.", and less what belongs to a surname and is written small."""
    apart = HONORIFICS | SUFFIXES
    words = (word.strip(".,") for word in name.split())
    return [word for word in words if word and word.casefold() not in apart and word not in _PARTICLES]


def hidden_names(record: QuoteRecord) -> tuple[str, ...]:
    """Every name by which the speaker of a quote is known, who may not be named: as printed, other names, and with whom
    the terms were agreed.
    """
    spoke = (one_line(speaker.name) for speaker in record.quote.speakers)
    return tuple(dict.fromkeys((*spoke, *record.known_as, *named_in(record.terms.agreed_with))))


#: What belongs to a surname and is written small; and what begins a description of the person or of the occasion.
_PARTICLES = frozenset(
    "al bin ben da das de dei del della den der di do dos du e el ibn la le lo los ten ter van vom von y zu zum zur".split()
)
_ABOUT = re.compile(r"\s(?:at|before|by|during|for|from|in|of|on|over|through|via|when|who|with)\s|['’]s\s")
_PEOPLE_APART = re.compile(r"[,;:/&+()]|\s[-–—]\s|\s(?:and|or)\s")
# "Her lawyer Jo Roe", and neither "the Screen Actors Guild" nor "her agent in New York".
_ROLE = re.compile(r"(?:(?!(?:the|after|at|before|during|from|in|near|on|over)\s)[a-z]\S*\s+)+(?=[^\Wa-z]\S*\s)")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def named_in(agreed_with: str) -> tuple[str, ...]:
    """Whom terms were agreed with, where those are people's names and not "her agent" or a body: "Jo Roe, her agent",
    "her lawyer Jo Roe" and "van der Berg by phone".
    """
    found = []
    for part in _PEOPLE_APART.split(one_line(agreed_with)):
        name = _ABOUT.split(part.strip(), maxsplit=1)[0]
        if _is_name(part.strip()):
            found.append(part.strip())
        elif name != part.strip() and len(name.split()) > 1 and _is_name(name):
            found.append(name)
        elif (role := _ROLE.match(part.strip())) and _is_name(rest := part.strip()[role.end() :]) and " " in rest:
            found.append(rest)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in found))


def _is_name(text: str) -> bool:
    """Return True if every word has its capital, but for those that belong to a surname, and is no abbreviation; a day of
    the week is nobody.
    """
    words = [word for word in text.split() if word not in _PARTICLES and word not in _DAYS]
    if not any(letter.isalpha() for word in words for letter in word):
        return False
    return all(_has_capital(word) and not (len(word.rstrip(".")) > 1 and word.isupper()) for word in words)


def _has_capital(word: str) -> bool:
    first, _, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return (
        word[0].isupper()
        or word[0].upper() == word[0].lower()
        or ((first in _PARTICLES or len(first) == 1) and rest[:1].isupper())
    )


def _refused(record: QuoteRecord, allowed: Permissions, override: str, rule: str) -> Refusal | None:
    """Every no, the ones that nothing opens first."""
    quote, terms = record.quote, record.terms
    if quote.withdrawn_at is not None:
        return Refusal(Reason.WITHDRAWN, "This quote was withdrawn.", "Undo the withdrawal first.", Mend.RESTORE)
    if terms.rule is GroundRule.UNKNOWN:
        return Refusal(
            Reason.NOT_SET,
            "No ground rule is set for this conversation.",
            "Set what was agreed, once for all that was said in it.",
            Mend.SET_TERMS,
        )
    if terms.rule is GroundRule.OFF_RECORD:
        return Refusal(
            Reason.OFF_RECORD,
            f"This was said {rule}.",
            "Only a renegotiation with the source, written down as one, changes that.",
            Mend.SET_TERMS,
        )
    if not allowed.publish:
        return Refusal(
            Reason.MAY_NOT_PUBLISH,
            f"What was agreed ({rule}) does not allow publication.",
            "Only a renegotiation with the source, written down as one, changes that.",
            Mend.SET_TERMS,
        )
    if not quote.words.strip():
        return Refusal(Reason.NO_WORDS, "There are no words in this quote.", "Add them.", Mend.EDIT_QUOTE)
    if not allowed.quote and quote.form is not QuoteForm.PARAPHRASE:
        return Refusal(
            Reason.MAY_NOT_QUOTE,
            f"What was agreed ({rule}) allows a paraphrase only.",
            "Add a paraphrase of it, and copy that.",
            Mend.EDIT_QUOTE,
        )
    if allowed.attribute and not allowed.name and not _agreed(record):
        why = "the source is confidential" if record.confidential else rule
        return Refusal(
            Reason.NO_ATTRIBUTION,
            f"The source may not be named ({why}), and no attribution is agreed.",
            "Write down how the source may be described.",
            Mend.SET_TERMS,
        )
    if allowed.name and not quote.speakers and not _agreed(record):
        return Refusal(Reason.NO_SPEAKER, "Nobody is down as the speaker.", "Say who said it.", Mend.EDIT_QUOTE)
    if quote.disputed and not override:
        return Refusal(
            Reason.DISPUTED, "This quote is disputed.", "Give a reason to let it go all the same.", Mend.GIVE_REASON
        )
    return None


def _stamps(record: QuoteRecord, known: QuoteState, *, now: datetime, named: bool, override: str) -> tuple[str, ...]:
    stamps = []
    if record.embargo is not None and in_force(record.embargo, now):
        stamps.append(embargo_stamp(record.embargo, now))
    match known:
        case QuoteState.DISPUTED:
            stamps.append(f"[DISPUTED: {override.translate(_NO_BRACKETS)}]")
        case QuoteState.STALE:
            stamps.append("[CHANGED SINCE CHECKED]")
        case QuoteState.UNVERIFIED:
            stamps.append(UNVERIFIED)
        case QuoteState.MATCHES_REPORT:
            stamps.append(f"[per {_report(record, named=named)}; not checked against the original]")
        case _:
            pass
    return tuple(stamps)


#: A reason stands inside the stamp's brackets and may not close them.
_NO_BRACKETS = str.maketrans("[]", "()")


def _report(record: QuoteRecord, *, named: bool) -> str:
    """Which account the words match. A source that may not be named is not given away by its outlet."""
    last = newest(record)
    source = last[1] if last else None
    if source is not None and source.kind is not SourceKind.PUBLISHED_REPORT and named:
        return f"a {plain(source.kind)}"
    outlet = one_line(source.outlet).translate(_NO_BRACKETS) if source is not None and named else ""
    return outlet or "a published report"


def _agreed(record: QuoteRecord) -> str:
    return one_line(record.terms.attribution)
