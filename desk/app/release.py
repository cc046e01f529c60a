"""The only way out: text that leaves the desk is made here, searched for every confidential name, and handed on."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from desk.model.enums import QuoteForm
from desk.model.errors import InputError
from desk.model.names.everyday import is_everyday
from desk.model.names.names import Names
from desk.model.quotes.refusal import Mend, Reason, Refusal
from desk.model.released import SEAL, WAYS_OUT, Released
from desk.model.text import clean

if TYPE_CHECKING:
    from desk.formats.copies.attribution import HouseStyle
    from desk.formats.copies.formats import CopyFormat
    from desk.model.quotes.gate import Permit


def render(permit: Permit, chosen: CopyFormat, house: HouseStyle) -> str:
    """The text of a quote in a format, before it is searched. The formats are loaded when one is asked for."""
    from desk.formats.copies import formats

    return formats.render(permit, chosen, house)


#: What to do about a name, by where it stands.
_IN_WORDS = "Note a part of the words without it, or a paraphrase, and copy that"
_BESIDE = "It is not in the words: take it out of the attribution, the title, the venue or the source's outlet"
_SURNAME = "Write the full name of whom it is in the quote, so that it is nobody else's"
_IN_TEXT = "Say it without the name"


def release(permit: Permit, chosen: CopyFormat, *, way: str, names: Names, house: HouseStyle) -> Released | Refusal:
    """A quote's text in a format, or why not.

    `names` are the desk's confidential names. Raises KeyError for a way out that is not registered.
    """
    out = WAYS_OUT[way]
    if out.clean_only and permit.stamps:
        return Refusal(
            Reason.NOT_CLEAN,
            f"What is stamped or under embargo does not go by this way ({out.words}).",
            "Verify the quote, or wait for the embargo to end.",
            Mend.VERIFY,
        )
    # The names that may not appear are for the search below, not for a format.
    shown = dataclasses.replace(permit, forbidden=())
    try:
        text = clean(render(shown, chosen, house))
    except InputError as error:
        return Refusal(
            Reason.BROKEN_FORMAT, f"This format cannot be used: {error}", "Choose another.", Mend.OTHER_FORMAT
        )
    if not all(stamp in text for stamp in permit.stamps) or not _in_marks(permit, text):
        return Refusal(
            Reason.BROKEN_FORMAT,
            f"The format “{chosen.name}” left out a stamp or the quotation marks, so nothing was released.",
            "Choose another format.",
            Mend.OTHER_FORMAT,
        )
    # The words are searched as they were as well: a format may have joined lines that part a name.
    for searched in (text, permit.words) if "\n" in permit.words else (text,):
        if names.within(searched, permitted=permit.permitted):
            if names.within(permit.words, permitted=permit.permitted):
                return _confidential(names, searched, permit.permitted, _IN_WORDS)
            alone = _surname_alone(permit, names)
            refusal = _confidential(names, searched, permit.permitted, _SURNAME if alone else _BESIDE)
            here = f"It is “{alone}”, a surname alone." if alone else refusal.here
            return dataclasses.replace(refusal, here=here)
        if permit.forbidden and (forbidden := Names(permit.forbidden)).within(searched):
            return _confidential(forbidden, searched, (), _IN_WORDS if forbidden.within(permit.words) else _BESIDE)
    return Released(text, out, format=chosen.name, stamp=permit.stamp, seal=SEAL)


def release_text(
    text: str, *, way: str, names: Names, permitted: tuple[str, ...] = (), forbidden: tuple[str, ...] = ()
) -> Released | Refusal:
    """Text of the desk that is no quote (a development, a deadline, a line of status), searched like one.

    `permitted` and `forbidden` are names that a permit lets, and does not let, stand in it. Raises KeyError for a way
    out that is not registered.
    """
    out = WAYS_OUT[way]
    text = clean(text)
    if names.within(text, permitted=permitted):
        return _confidential(names, text, permitted, _IN_TEXT)
    if forbidden and (others := Names(forbidden)).within(text):
        return _confidential(others, text, (), _IN_TEXT)
    return Released(text, out, seal=SEAL)


def _surname_alone(permit: Permit, names: Names) -> str:
    """The speaker's name as printed, where it is a surname alone that somebody confidential has."""
    printed = (one.name for one in permit.attribution.speakers if one.name not in permit.permitted)
    return next((name for name in printed if names.within(name, permitted=permit.permitted)), "")


def _in_marks(permit: Permit, text: str) -> bool:
    """Return True if the text of a quote has marks at all, wherever the format puts its words."""
    return permit.form is QuoteForm.PARAPHRASE or ("“" in text and "”" in text) or ("‘" in text and "’" in text)


def _confidential(names: Names, text: str, permitted: tuple[str, ...], advice: str) -> Refusal:
    """Tells by its number which word it was; by itself only where it may be no name, and only on the reporter's screen."""
    places = names.places(text, permitted=permitted)
    where = here = ""
    if places:
        start, end = places[0]
        where = f" (word {len(f'{text[:start]}.'.split())} of it)"
        if is_everyday(text[start:end]):
            here = f"It is “{' '.join(text[start:end].split())}”, which may be no name at all where it stands."
    return Refusal(
        Reason.CONFIDENTIAL_NAME,
        f"The finished text has a name in it that is confidential here, or a word like one{where}.",
        f"{advice}; or check who is marked confidential.",
        Mend.EDIT_QUOTE,
        here,
    )
