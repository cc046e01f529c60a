"""What was meant by a word that the desk does not know: the nearest of those it knows, or the one that so begins."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from desk.app.lines.tokens import in_marks

#: More names than this are not compared.
_COMPARED = 300
#: Fewer letters are the beginning of too much.
_BEGINNING = 4


def meant(word: str, known: Sequence[str]) -> str:
    """A remedy: the nearest known word, else the list of them."""
    return did_you_mean(word.casefold(), known) or f"One of: {', '.join(known)}."


def begins_in(name: str, wanted: str) -> bool:
    """Return True if the name, or a word of it, begins with `wanted` (folded by case already)."""
    folded = name.casefold()
    return folded.startswith(wanted) or any(word.startswith(wanted) for word in folded.split())


def did_you_mean(wanted: str, known: Sequence[str], lead: str = "") -> str:
    """The nearest known word, or the only one of which so much was written, as a remedy; "" where there is none."""
    if not wanted or len(wanted) > 60:
        return ""
    # Comparing by letters is slow: only what begins alike and is about as long can be a slip of a key.
    alike = [name for name in known if name[:1].casefold() == wanted[0] and abs(len(name) - len(wanted)) <= 3]
    by_folded = {name.casefold(): name for name in alike[:_COMPARED]}
    near = get_close_matches(wanted, list(by_folded), n=1, cutoff=0.6)
    found = [by_folded[name] for name in near] or _begun(wanted, known)
    return f"Did you mean {lead}{in_marks(found[0]) if lead else found[0]}?" if len(found) == 1 else ""


def _begun(wanted: str, known: Sequence[str]) -> list[str]:
    """Those of which what was written is the beginning, or nearly so."""
    if len(wanted) < _BEGINNING:
        return []
    whole = list(dict.fromkeys(name for name in known if name.casefold().startswith(wanted)))
    if whole:
        return whole
    begun = {name[: len(wanted)].casefold(): name for name in known[:_COMPARED] if name[:1].casefold() == wanted[0]}
    return [begun[one] for one in get_close_matches(wanted, list(begun), n=1, cutoff=0.8)]
