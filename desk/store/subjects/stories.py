"""Stories in work and their checklists."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.model.enums import Deed, Mark
from desk.model.errors import InputError, RefusedError
from desk.model.quotes.fingerprint import is_withdrawn
from desk.model.records import Check, CheckMark, Story
from desk.model.text import clean, one_line
from desk.store.file.rows import REPORTED, SHOWN, limit, parse_utc
from desk.store.file.settings import Settings
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access


class Stories:
    """Stories by slug, their checks, and the marks on them."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def all(self) -> list[Story]:
        """Every story: those in work first, the newest first."""
        rows = self._store.all(
            f"SELECT * FROM story WHERE withdrawn_at IS NULL AND added_by {SHOWN} ORDER BY archived, id DESC"
        )
        return [_story(row) for row in rows]

    def get(self, story_id: int) -> Story:
        """One story that was not withdrawn. Raises RefusedError where there is none."""
        for story in self.all():
            if story.id == story_id:
                return story
        raise RefusedError(f"There is no such story ({story_id}).")

    def find(self, slug: str) -> Story | None:
        wanted = one_line(slug).casefold()
        return next((story for story in self.all() if story.slug.casefold() == wanted), None)

    def in_work(self) -> Story | None:
        """The story that the checks pane shows: the one chosen last; where none ever was, the first that is not archived.

        A story that is added beside it waits until it is chosen, at the next start as well. Where the one chosen is
        gone, the newest takes its place.
        """
        everything = self.all()
        chosen = Settings(self._store).get("story")
        for story in everything:
            if str(story.id) == chosen:
                return story
        open_ones = [story for story in everything if not story.archived]
        if not open_ones:
            return None
        return open_ones[0] if chosen else open_ones[-1]

    def choose(self, story_id: int) -> None:
        """Take this story in work."""
        Settings(self._store).put("story", str(story_id))

    def add(self, story: Story) -> int:
        """Keep a new story. Raises InputError where its slug is empty or taken."""
        story = self._checked(story)
        with self._store.action(Deed.ADD_STORY, f"add the story {story.slug}") as act:
            return act.insert("story", **_columns(story))

    def edit(self, story: Story) -> None:
        assert story.id is not None
        story = self._checked(story)
        assert story.id is not None
        with self._store.action(Deed.EDIT_STORY, f"edit the story {story.slug}") as act:
            act.update("story", story.id, **_columns(story))

    def withdraw(self, story_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_STORY, f"withdraw the story {self.get(story_id).slug}") as act:
            act.withdraw("story", story_id)

    # Checks

    def checks(self, story_id: int, *, known_by: datetime | None = None) -> list[Check]:
        """A story's checklist in the order it was written, each with its newest mark; or both as of `known_by`."""
        marks: dict[int, CheckMark] = {}
        for row in self._store.all(
            f"""
            SELECT t.*, s.withdrawn_at <= :known_by AS unfounded, {REPORTED} AS reported FROM check_mark t
            JOIN story_check c ON c.id = t.check_id LEFT JOIN source s ON s.id = t.source_id
            WHERE c.story_id = :story AND t.recorded_at <= :known_by AND coalesce(t.withdrawn_at, '~') > :known_by
              AND t.added_by {SHOWN} ORDER BY t.id
            """,
            story=story_id,
            known_by=limit(known_by),
        ):
            marks[row["check_id"]] = _mark(row)
        rows = self._store.all(
            f"""
            SELECT * FROM story_check WHERE story_id = :story AND recorded_at <= :known_by
              AND coalesce(withdrawn_at, '~') > :known_by AND added_by {SHOWN} ORDER BY id
            """,
            story=story_id,
            known_by=limit(known_by),
        )
        return [_check(row, marks.get(row["id"])) for row in rows]

    def check(self, check_id: int) -> Check:
        """One check. Raises RefusedError where there is none."""
        row = self._store.one("SELECT story_id FROM story_check WHERE id = :id", id=check_id)
        for check in self.checks(row["story_id"]) if row is not None else []:
            if check.id == check_id:
                return check
        raise RefusedError(f"There is no such check ({check_id}).")

    def marks(self, check_id: int) -> list[CheckMark]:
        """Every mark a check was given, oldest first."""
        rows = self._store.all(
            f"""
            SELECT t.*, s.withdrawn_at IS NOT NULL AS unfounded, {REPORTED} AS reported
            FROM check_mark t LEFT JOIN source s ON s.id = t.source_id
            WHERE t.check_id = :check AND t.withdrawn_at IS NULL AND t.added_by {SHOWN} ORDER BY t.id
            """,
            check=check_id,
        )
        return [_mark(row) for row in rows]

    def add_check(self, check: Check, *, mark: Mark = Mark.RED) -> int:
        """Add a line to a checklist: red, since nobody has looked. Raises InputError where it says nothing."""
        what = one_line(check.what)
        if not what:
            raise InputError("say what has to be checked", where="check")
        with self._store.action(Deed.ADD_CHECK, f"add the check {what}") as act:
            check_id = act.insert(
                "story_check",
                story_id=check.story_id,
                what=what,
                category=one_line(check.category),
                words=clean(check.words),
            )
            self.mark(CheckMark(check_id=check_id, mark=mark))
        return check_id

    def edit_check(self, check: Check) -> None:
        assert check.id is not None
        what = one_line(check.what)
        if not what:
            raise InputError("say what has to be checked", where="check")
        with self._store.action(Deed.EDIT_CHECK, f"edit the check {what}") as act:
            act.update("story_check", check.id, what=what, category=one_line(check.category), words=clean(check.words))

    def withdraw_check(self, check_id: int) -> None:
        with self._store.action(Deed.WITHDRAW_CHECK, "withdraw a check") as act:
            act.withdraw("story_check", check_id)

    def mark(self, mark: CheckMark) -> int:
        """Mark a check; the older marks stay. Raises InputError where green rests on nothing but the story itself, and
        where nobody's name stands beside it: only red may have none, since nobody has looked."""
        evidence, who = clean(mark.evidence).strip(), mark.who or Settings(self._store).reporter()
        check = self._row(mark.check_id)
        source = Sources(self._store).get(mark.source_id) if mark.source_id is not None else None
        if is_withdrawn(source) and mark.mark in (Mark.GREEN, Mark.AMBER):
            assert source is not None
            raise InputError(
                f"{source.code} was withdrawn, and no mark rests on it",
                where="source",
                remedy="Name what it was checked against, or undo the withdrawal.",
            )
        if mark.mark is Mark.GREEN:
            from desk.model.checks import check_evidence  # needed here only

            story = self._of(check)
            known = Sources(self._store).all()
            check_evidence(evidence, source, story, check["words"], _sha256(story.draft), known)
        if mark.mark is not Mark.RED and not who:
            raise InputError("a name is needed, since every check says who made it", where="who")
        label = f"mark “{check['what']}” {mark.mark.value.replace('_', '/')}"
        with self._store.action(Deed.MARK_CHECK, label) as act:
            return act.insert(
                "check_mark",
                check_id=mark.check_id,
                mark=mark.mark.value,
                evidence=evidence,
                source_id=mark.source_id,
                who=who,
                corrects=mark.corrects,
            )

    def _row(self, check_id: int) -> sqlite3.Row:
        row = self._store.one("SELECT * FROM story_check WHERE id = :id", id=check_id)
        if row is None:
            raise RefusedError(f"There is no such check ({check_id}).")
        return row

    def _of(self, check: sqlite3.Row) -> Story:
        row = self._store.one("SELECT * FROM story WHERE id = :id", id=check["story_id"])
        assert row is not None
        return _story(row)

    def _checked(self, story: Story) -> Story:
        slug = "-".join(one_line(story.slug).split())
        if not slug:
            raise InputError("a slug is needed, such as week-one", where="slug")
        found = self.find(slug)
        if found is not None and found.id != story.id:
            raise InputError(f"{slug} is another story already", where="slug", remedy="Choose another slug.")
        return dataclasses.replace(story, slug=slug)


def _sha256(draft: str) -> str:
    """Of the draft file as it is now; empty where there is none that can be read."""
    if not draft:
        return ""
    import hashlib

    try:
        return hashlib.sha256(Path(draft).expanduser().read_bytes()).hexdigest()
    except (OSError, RuntimeError):
        return ""


def _columns(story: Story) -> dict[str, Any]:
    return {
        "slug": story.slug,
        "headline": one_line(story.headline),
        "draft": one_line(story.draft),
        "negotiation_id": story.negotiation_id,
        "archived": int(story.archived),
    }


def _story(row: sqlite3.Row) -> Story:
    return Story(
        id=row["id"],
        slug=row["slug"],
        headline=row["headline"],
        draft=row["draft"],
        negotiation_id=row["negotiation_id"],
        archived=bool(row["archived"]),
    )


def _check(row: sqlite3.Row, mark: CheckMark | None) -> Check:
    return Check(
        id=row["id"],
        story_id=row["story_id"],
        what=row["what"],
        category=row["category"],
        words=row["words"],
        mark=mark,
    )


def _mark(row: sqlite3.Row) -> CheckMark:
    return CheckMark(
        id=row["id"],
        check_id=row["check_id"],
        mark=Mark(row["mark"]),
        evidence=row["evidence"],
        source_id=row["source_id"],
        who=row["who"],
        corrects=row["corrects"],
        recorded_at=parse_utc(row["recorded_at"]),
        unfounded=bool(row["unfounded"]),
        reported=bool(row["reported"]),
    )
