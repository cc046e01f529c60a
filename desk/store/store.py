"""The store: the one file, with the methods of each subject."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desk.store.file.file import File

if TYPE_CHECKING:
    from desk.model.quotes.copy_notices import Recalled
    from desk.store.subjects.copies import Copies
    from desk.store.subjects.deadlines import Deadlines
    from desk.store.subjects.developments import Developments
    from desk.store.subjects.evidence import Evidence
    from desk.store.subjects.hidden import HiddenNames
    from desk.store.subjects.people import People
    from desk.store.subjects.quotes import Quotes
    from desk.store.subjects.sources import Sources
    from desk.store.subjects.stories import Stories
    from desk.store.subjects.talks import Talks


class Store(File):
    """The reporter's file. `people`, `sources`, `talks`, `developments`, `deadlines`, `quotes`, `stories`, `copies`,
    `evidence`, `hidden`, `settings` and `history` have the methods of each subject. May be used from any thread; a change
    is one transaction.
    """

    # Subjects: each is loaded when it is first asked for, so that what is not needed holds nobody up

    @cached_property
    def people(self) -> People:
        from desk.store.subjects.people import People

        return People(self)

    @cached_property
    def sources(self) -> Sources:
        from desk.store.subjects.sources import Sources

        return Sources(self)

    @cached_property
    def talks(self) -> Talks:
        from desk.store.subjects.talks import Talks

        return Talks(self)

    @cached_property
    def developments(self) -> Developments:
        from desk.store.subjects.developments import Developments

        return Developments(self)

    @cached_property
    def deadlines(self) -> Deadlines:
        from desk.store.subjects.deadlines import Deadlines

        return Deadlines(self)

    @cached_property
    def quotes(self) -> Quotes:
        from desk.store.subjects.quotes import Quotes

        return Quotes(self)

    @cached_property
    def stories(self) -> Stories:
        from desk.store.subjects.stories import Stories

        return Stories(self)

    @cached_property
    def copies(self) -> Copies:
        from desk.store.subjects.copies import Copies

        return Copies(self)

    @cached_property
    def hidden(self) -> HiddenNames:
        from desk.store.subjects.hidden import HiddenNames

        return HiddenNames(self)

    @cached_property
    def evidence(self) -> Evidence:
        from desk.store.subjects.evidence import Evidence

        return Evidence(self)

    def recalled(self, *, after: int) -> list[Recalled]:
        """The quotes that were copied, and that actions after the one numbered `after` made others since."""
        from desk.store.subjects.stale_copies import recalled

        return recalled(self, after=after)
