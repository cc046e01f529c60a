"""Sources, the terms agreed with them, and embargoes."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.model.enums import Agreed, Deed, GroundRule, SourceKind, Tier, plain
from desk.model.errors import InputError, RefusedError
from desk.model.quotes.effective_terms import counting
from desk.model.quotes.embargo import in_force
from desk.model.quotes.groundrules import default_terms
from desk.model.quotes.quotes import Embargo, Source, Terms
from desk.model.quotes.refusal import Mend
from desk.model.quotes.renegotiation import loosened, missing_of_renegotiation
from desk.model.text import clean, one_line
from desk.store.file.rows import DATE_COLUMNS, SHOWN, date_of, flag, maybe_bool, maybe_utc, parse_utc, utc_text
from desk.store.subjects.conflicts import see_uncorrected

if TYPE_CHECKING:
    from desk.store.file.access import Access
    from desk.store.file.action import Action

#: What is done with terms; the label goes on with the rule.
WITH_TERMS = {Deed.SET_TERMS: "set the ground rule", Deed.RENEGOTIATE_TERMS: "renegotiate the ground rule"}
_SOURCE = f"""
  SELECT s.*, {DATE_COLUMNS} FROM source s JOIN date_value d ON d.id = s.date_id
  WHERE s.added_by {SHOWN}
"""


def check_released(released: str) -> None:
    """Raise InputError where it is not said who agreed that a confidential mark is taken away."""
    if not one_line(released):
        raise InputError(
            "what was promised to be confidential stays so until somebody agrees to the contrary",
            where="released",
            remedy="Write down who agreed, and when; it is kept as a renegotiation.",
        )


class Sources:
    """Where things are known from. Codes are unique under `str.casefold` among sources that are not withdrawn."""

    def __init__(self, store: Access) -> None:
        self._store = store

    def all(self, *, withdrawn: bool = False) -> list[Source]:
        """Every source, the newest known first; with `withdrawn` those that were withdrawn as well."""
        shown = "" if withdrawn else " AND s.withdrawn_at IS NULL"
        return [_source(row) for row in self._store.all(f"{_SOURCE}{shown} ORDER BY s.id DESC")]

    def get(self, source_id: int) -> Source:
        """One source, withdrawn or not."""
        row = self._store.one(_SOURCE + " AND s.id = :id", id=source_id)
        if row is None:
            raise RefusedError(f"There is no such source ({source_id}).")
        return _source(row)

    def find(self, code: str) -> Source | None:
        """The source with that code."""
        wanted = one_line(code).casefold()
        return next((source for source in self.all() if source.code.casefold() == wanted), None)

    def add(self, source: Source, *, terms: Terms | None = None, embargo: Embargo | None = None) -> int:
        """Keep a new source, with its terms where they are known. Raises InputError where the code is empty or taken."""
        source = dataclasses.replace(source, code=self._free(source.code, None))
        with self._store.action(Deed.ADD_SOURCE, f"add the source {source.code}") as act:
            source_id = act.insert(
                "source", recorded_at=source.recorded_at, date_id=act.date(source.date), **_source_columns(source)
            )
            if terms is not None:
                self.set_terms(dataclasses.replace(terms, source_id=source_id))
            if embargo is not None:
                self.set_embargo(dataclasses.replace(embargo, source_id=source_id))
        return source_id

    def edit(self, source: Source, *, released: str = "") -> None:
        """Change a source's row to this value.

        A conversation that becomes a public thing stays under no ground rule until one is set. To take the confidential
        mark away is a renegotiation: `released` says who agreed to it. Raises InputError where that is missing.
        """
        assert source.id is not None
        source_id = source.id
        before = self.get(source_id)
        source = dataclasses.replace(source, code=self._free(source.code, source_id))
        opened = before.confidential and not source.confidential
        if opened:
            check_released(released)
        deed, label = Deed.EDIT_SOURCE, f"edit the source {source.code}"
        if opened:
            deed, label = Deed.RELEASE_SOURCE, f"renegotiate: the source {source.code} is no longer confidential"
        with self._store.action(deed, label) as act:
            act.update("source", source_id, date_id=act.date(source.date), **_source_columns(source))
            agreed = self.terms(source_id=source_id)
            terms = agreed[-1] if agreed else default_terms(before.kind)
            if opened:
                note = f"no longer confidential: {one_line(released)}"
                self.write_terms(act, dataclasses.replace(terms, id=None, source_id=source_id, corrects=None,
                                                          recorded_at=None, note=note))  # fmt: skip
            elif not agreed and terms.rule is GroundRule.UNKNOWN != default_terms(source.kind).rule:
                note = f"kept: it was taken for {plain(before.kind)} before, for which no ground rule was set"
                self.write_terms(act, Terms(source_id=source_id, note=note), kept=True)
                act.remarks.append((f"{source.code} stays under no ground rule until one is set", Mend.SET_TERMS))

            if before.tier is Tier.SECONDARY and source.tier is Tier.PRIMARY:
                self._tell_of_checks(act, source)

    def _tell_of_checks(self, act: Action, source: Source) -> None:
        """What was compared with a source while it was secondary is worth no more for its being called primary."""
        row = self._store.one(
            "SELECT count(DISTINCT quote_id) FROM verification WHERE source_id = :id AND withdrawn_at IS NULL",
            id=source.id,
        )
        if count := int(row[0]) if row is not None else 0:
            whose = "1 quote was" if count == 1 else f"{count:,} quotes were"
            told = f"{whose} compared with {source.code} while it was secondary, and may be compared again"
            act.remarks.append((told, Mend.VERIFY))

    def withdraw(self, source_id: int) -> None:
        """Take a source out of use: what was compared with it counts for nothing until undo brings it back."""
        code = self.get(source_id).code
        with self._store.action(Deed.WITHDRAW_SOURCE, f"withdraw the source {code}") as act:
            act.withdraw("source", source_id)
            row = self._store.one(
                """
                SELECT count(DISTINCT q.id) FROM verification v JOIN quote q ON q.id = v.quote_id
                WHERE (v.source_id = :id OR q.source_id = :id) AND v.withdrawn_at IS NULL AND q.withdrawn_at IS NULL
                """,
                id=source_id,
            )
            if count := int(row[0]) if row is not None else 0:
                whose = "1 checked quote counts" if count == 1 else f"{count:,} checked quotes count"
                told = f"{whose} as not checked while {code} is withdrawn; undo brings it back"
                act.remarks.append((told, Mend.VERIFY))

    def set_terms(self, terms: Terms) -> int:
        """Write down what was agreed, for a source or for one quote. The newest counts; the older ones stay.

        Terms that allow more than the ones before are a renegotiation. Raises InputError, with the field, where it is
        not said with whom, when, and what was agreed.
        """
        before = self._counted(terms)
        opened = loosened(before, terms)
        field, missing = missing_of_renegotiation(before, terms) if opened else ("", "")
        if missing:
            raise InputError(
                f"this allows more than was agreed ({', '.join(opened)})",
                where=field,
                remedy=f"Write down {missing}; a loosening is kept as a renegotiation.",
            )
        deed = Deed.RENEGOTIATE_TERMS if opened else Deed.SET_TERMS
        with self._store.action(deed, f"{WITH_TERMS[deed]}: {plain(terms.rule.value)}") as act:
            return self.write_terms(act, terms)

    def write_terms(self, act: Action, terms: Terms, *, kept: bool = False) -> int:
        """Write terms down as they are, inside an action whose business it is that they loosen nothing. `kept` are those
        that counted before, and are written so that they count still.
        """
        return act.insert(
            "terms",
            recorded_at=terms.recorded_at,
            source_id=terms.source_id,
            quote_id=terms.quote_id,
            rule=terms.rule.value,
            may_publish=flag(terms.may_publish),
            may_quote=flag(terms.may_quote),
            may_name=flag(terms.may_name),
            attribution=one_line(terms.attribution),
            agreed_with=one_line(terms.agreed_with),
            agreed_id=act.date(terms.agreed_on),
            agreed=terms.agreed.value,
            why_unnamed=one_line(terms.why_unnamed),
            how_known=one_line(terms.how_known),
            approved_by=one_line(terms.approved_by),
            note=clean(terms.note),
            corrects=terms.corrects,
            kept=int(kept),
        )

    def _counted(self, terms: Terms) -> Terms:
        """What was set last until now for that source or quote, also for one that an import is just bringing."""
        source_id, own = terms.source_id, list[Terms]()
        if terms.quote_id is not None:
            own = self.terms(quote_id=terms.quote_id)
            quote = self._store.one("SELECT source_id FROM quote WHERE id = :id", id=terms.quote_id)
            source_id = quote["source_id"] if quote is not None else None
        if source_id is None:
            return counting(own, (), Terms())
        source = self._store.one("SELECT kind FROM source WHERE id = :id", id=source_id)
        default = default_terms(SourceKind(source["kind"])) if source is not None else Terms()
        return counting(own, self.terms(source_id=source_id), default)

    def terms(self, *, source_id: int | None = None, quote_id: int | None = None, coming: int = 0) -> list[Terms]:
        """What was agreed for one source or one quote, oldest first; with what the bulk action `coming` is just bringing."""
        rows = self._store.all(
            f"""
            SELECT t.*, {DATE_COLUMNS} FROM terms t JOIN date_value d ON d.id = t.agreed_id
            WHERE (t.source_id = :source OR t.quote_id = :quote) AND t.withdrawn_at IS NULL
              AND (t.added_by {SHOWN} OR t.added_by = :coming)
            ORDER BY t.id
            """,
            source=source_id,
            quote=quote_id,
            coming=coming,
        )
        return [_terms(row) for row in rows]

    def effective_terms(self, source: Source) -> Terms:
        """What counts now for everything taken from a source: what was agreed last, else what its kind brings."""
        agreed = self.terms(source_id=source.id)
        return agreed[-1] if agreed else default_terms(source.kind)

    def set_embargo(self, embargo: Embargo, *, kept: bool = False) -> int:
        """Write down an embargo, or with `lifted` that it was lifted early. The newest counts. One that is `kept` counted
        before.

        Raises InputError where one that still holds is lifted, or ends earlier, without a note of who agreed and why.
        """
        before = self.embargoes(
            source_id=embargo.source_id, quote_id=embargo.quote_id, development_id=embargo.development_id
        )
        earlier = bool(before) and (embargo.lifted or embargo.until < before[-1].until)
        if earlier and in_force(before[-1], self._store.gate_clock()) and not embargo.note.strip():
            raise InputError(
                "the embargo still holds; letting it go earlier needs a note",
                where="embargo",
                remedy="Lift it where it stands, with who agreed and why: on the terms screen, or in the development's record.",
            )
        deed, label = (Deed.LIFT_EMBARGO, "lift an embargo") if embargo.lifted else (Deed.SET_EMBARGO, "set an embargo")
        with self._store.action(deed, label) as act:
            see_uncorrected(self._store, "embargo", embargo.corrects)
            return act.insert(
                "embargo",
                recorded_at=embargo.recorded_at,
                source_id=embargo.source_id,
                quote_id=embargo.quote_id,
                development_id=embargo.development_id,
                until_utc=utc_text(embargo.until),
                zone=embargo.zone,
                lifted=int(embargo.lifted),
                note=clean(embargo.note),
                corrects=embargo.corrects,
                kept=int(kept),
            )

    def embargoes(
        self,
        *,
        source_id: int | None = None,
        quote_id: int | None = None,
        development_id: int | None = None,
        coming: int = 0,
    ) -> list[Embargo]:
        """The embargoes set on one source, quote or development, oldest first; the last one counts. A development has
        those of what it corrects as well. With what the bulk action `coming` is just bringing.
        """
        rows = self._store.all(
            f"""
            WITH RECURSIVE chain(id) AS (
              SELECT :development UNION SELECT d.corrects FROM development d JOIN chain c ON d.id = c.id
            )
            SELECT * FROM embargo
            WHERE (source_id = :source OR quote_id = :quote OR development_id IN (SELECT id FROM chain))
              AND withdrawn_at IS NULL AND (added_by {SHOWN} OR added_by = :coming)
            ORDER BY id
            """,
            source=source_id,
            quote=quote_id,
            development=development_id,
            coming=coming,
        )
        return [embargo_of(row) for row in rows]

    def _free(self, code: str, own: int | None) -> str:
        code = "-".join(one_line(code).split())
        if not code:
            raise InputError("a short code is needed, such as S1 or presser", where="code")
        found = self.find(code)
        if found is not None and found.id != own:
            raise InputError(f"{code} is another source already", where="code", remedy="Choose another code.")
        return code


def _source_columns(source: Source) -> dict[str, Any]:
    return {
        "code": source.code,
        "kind": source.kind.value,
        "tier": source.tier.value,
        "title": one_line(source.title),
        "outlet": one_line(source.outlet),
        "url": one_line(source.url),
        "locator": one_line(source.locator),
        "sha256": source.sha256,
        "confidential": int(source.confidential),
    }


def _source(row: sqlite3.Row) -> Source:
    return Source(
        id=row["id"],
        code=row["code"],
        kind=SourceKind(row["kind"]),
        tier=Tier(row["tier"]),
        title=row["title"],
        outlet=row["outlet"],
        date=date_of(row),
        url=row["url"],
        locator=row["locator"],
        sha256=row["sha256"],
        confidential=bool(row["confidential"]),
        recorded_at=parse_utc(row["recorded_at"]),
        withdrawn_at=maybe_utc(row["withdrawn_at"]),
    )


def _terms(row: sqlite3.Row) -> Terms:
    return Terms(
        id=row["id"],
        rule=GroundRule(row["rule"]),
        may_publish=maybe_bool(row["may_publish"]),
        may_quote=maybe_bool(row["may_quote"]),
        may_name=maybe_bool(row["may_name"]),
        attribution=row["attribution"],
        agreed_with=row["agreed_with"],
        agreed_on=date_of(row),
        agreed=Agreed(row["agreed"]),
        why_unnamed=row["why_unnamed"],
        how_known=row["how_known"],
        approved_by=row["approved_by"],
        note=row["note"],
        source_id=row["source_id"],
        quote_id=row["quote_id"],
        corrects=row["corrects"],
        recorded_at=parse_utc(row["recorded_at"]),
    )


def embargo_of(row: sqlite3.Row) -> Embargo:
    """A row of the embargo table as a value."""
    until: datetime = parse_utc(row["until_utc"])
    return Embargo(
        id=row["id"],
        until=until,
        zone=row["zone"],
        lifted=bool(row["lifted"]),
        note=row["note"],
        source_id=row["source_id"],
        quote_id=row["quote_id"],
        development_id=row["development_id"],
        corrects=row["corrects"],
        recorded_at=parse_utc(row["recorded_at"]),
    )
