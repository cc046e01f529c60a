"""What the desk itself remembers: who the reporter is, the zone, the story in work; and forms not yet saved."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from desk.store.file.rows import utc_text

if TYPE_CHECKING:
    from desk.store.file.access import Access


class Settings:
    """Values by key. They have no history and are not undone."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def get(self, key: str, default: str = "") -> str:
        row = self._store.one("SELECT value FROM setting WHERE key = :key", key=key)
        return str(row["value"]) if row is not None else default

    def put(self, key: str, value: str) -> None:
        with self._store.transaction(quiet=True) as act:
            act.conn.execute(
                "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                {"key": key, "value": value},
            )

    def reporter(self) -> str:
        """The reporter's name: who checked, in every row that asks it. Empty before the first start is through."""
        return self.get("reporter")

    def zone(self) -> str:
        """The reporter's IANA zone, in which dates are read and shown."""
        return self.get("zone", "UTC")

    def opened(self) -> datetime | None:
        """When the desk was opened last (UTC); None where it never was."""
        text = self.get("opened_at")
        return datetime.fromisoformat(text) if text else None

    def note_opened(self, at: datetime) -> None:
        """The desk is opened now."""
        self.put("opened_at", at.isoformat())

    def keep_form(self, form: str, fields: dict[str, str]) -> None:
        """Keep a form as far as it is filled in, so that a crash loses nothing."""
        with self._store.transaction(quiet=True) as act:
            act.conn.execute(
                """
                INSERT INTO form_draft (form, fields, saved_at) VALUES (:form, :fields, :now)
                ON CONFLICT (form) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
                """,
                {"form": form, "fields": json.dumps(fields, ensure_ascii=False), "now": utc_text(act.now)},
            )

    def kept_form(self, form: str) -> dict[str, str]:
        """What was typed into a form that was never saved; empty when there is none."""
        row = self._store.one("SELECT fields FROM form_draft WHERE form = :form", form=form)
        return {str(key): str(value) for key, value in json.loads(row["fields"]).items()} if row is not None else {}

    def forget_form(self, form: str) -> None:
        """The form was saved or given up."""
        with self._store.transaction(quiet=True) as act:
            act.conn.execute("DELETE FROM form_draft WHERE form = :form", {"form": form})
