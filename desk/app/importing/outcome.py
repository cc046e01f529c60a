"""What an import changed of what was here, and what it did not take, in sentences. None of them has a name in it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.store.bulk.loading import Loaded


def sentences(done: Loaded) -> Iterator[str]:
    """What the reporter may not expect of a document that came in."""
    yield from _reported(done)
    yield from _closer(done)
    if done.tightened.action_id is not None:
        yield "undo takes back what came in first, and what is closer here because of it after that"


def _reported(done: Loaded) -> Iterator[str]:
    if done.checks:
        yield (
            f"{_are(done.checks, 'check')} kept as reported by the file: nobody here has compared anything, so the quotes "
            "are unverified until somebody does. A desk of your own moves with its checks by desk backup and desk restore"
        )
    if done.marks:
        one = done.marks == 1
        yield (
            f"{_count(done.marks, 'mark')} on checklists {'is' if one else 'are'} kept as reported by the file, and "
            f"{'counts' if one else 'count'} as amber until somebody here looks"
        )


def _closer(done: Loaded) -> Iterator[str]:
    tightened = done.tightened
    if tightened.people:
        yield f"{_are(tightened.people, 'person', 'people')} confidential here now, under every name that the file has"
    if tightened.sources:
        yield f"{_are(tightened.sources, 'source')} confidential here now, as in the file"
    if tightened.terms:
        yield f"terms of {_count(tightened.terms, 'source')} are stricter here now, as in the file, for all that was said there"
    if tightened.terms_stay:
        yield f"terms of {_count(tightened.terms_stay, 'source')} stay stricter here than in the file; to loosen them is a renegotiation"
    if tightened.embargoes:
        yield f"the embargo of {_count(tightened.embargoes, 'source')} lasts longer here now, as in the file"
    if tightened.embargoes_stay:
        yield f"the embargo of {_count(tightened.embargoes_stay, 'source')} stays longer here than in the file"
    if tightened.disputed:
        yield f"{_are(tightened.disputed, 'quote')} disputed here now, as in the file"
    if done.reached:
        yield reached(done.reached)
    if done.embargoed:
        yield f"{_are(done.embargoed, 'development')} under embargo now, as the file has the same words"
    if done.stay:
        yield (
            f"for {_count(done.stay, 'quote')} the file has looser terms than the source has here; the source's count, and "
            "to loosen them is a renegotiation"
        )
    if done.held:
        yield held(done.held)


def held(count: int) -> str:
    """That quotes or developments came in as close as the same words are held here."""
    return f"{_count(count, 'row')} came in as close as the same words are held here"


def reached(count: int) -> str:
    """That quotes are held closer because the file has the same ones closer."""
    return f"{_are(count, 'quote')} as close now as the file has the same words from the same source"


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def _are(number: int, one: str, several: str = "") -> str:
    return f"{_count(number, one, several)} {'is' if number == 1 else 'are'}"
