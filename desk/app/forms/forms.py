"""Every form of the desk by the kind of thing it is for, and what withdrawing such a thing means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk.app.forms.deadlines import DEADLINE, DEADLINE_DATE, DEADLINE_DATE_EDIT, DEADLINE_EDIT
from desk.app.forms.developments import DEVELOPMENT
from desk.app.forms.form import Form
from desk.app.forms.quotes import QUOTE
from desk.app.forms.sources import SOURCE, TERMS
from desk.app.forms.stories import CHECK, CHECK_MARK, STORY
from desk.app.forms.talks import ISSUE, NEGOTIATION, POSITION
from desk.app.forms.template import TEMPLATE
from desk.app.forms.version import Preset
from desk.app.forms.who import PARTY, PERSON
from desk.app.lines.context import UnknownError
from desk.model.frozen import frozen
from desk.store.store import Store

ADD: Mapping[str, Form] = MappingProxyType(
    {
        form.kind: form
        for form in (
            PARTY, PERSON, SOURCE, TERMS, NEGOTIATION, ISSUE, POSITION, DEVELOPMENT, DEADLINE, DEADLINE_DATE, QUOTE,
            STORY, CHECK, CHECK_MARK, TEMPLATE,
        )
    }
)  # fmt: skip
EDIT: Mapping[str, Form] = MappingProxyType(
    {kind: form for kind, form in ADD.items() if form.load is not None}
    | {form.kind: form for form in (DEADLINE_EDIT, DEADLINE_DATE_EDIT)}
)


def to_add(error: UnknownError) -> tuple[str, Preset]:
    """The form that adds a name the desk does not know, and what stands in it already."""
    match error.subject:
        case "source":
            return "source", {"code": error.name}
        case "issue":
            return "issue", {"issue": error.name}
        case "talks":
            return "negotiation", {"name": error.name}
        case "who":
            return "party" if error.name.isupper() else "person", {"name": error.name}


@frozen
class Withdrawal:
    """What is withdrawn, in the reporter's words, what follows, and the change itself."""

    what: str
    follows: str
    work: Callable[[], None]


def withdrawal(store: Store, kind: str, row_id: int) -> Withdrawal:
    """What withdrawing this row means. Reads the file: for a worker. Raises RefusedError where it is not there."""
    match kind:
        case "party":
            what = store.people.party(row_id).name
            return Withdrawal(
                what, "Quotes and developments keep the name.", lambda: store.people.withdraw_party(row_id)
            )
        case "person":
            person = store.people.person(row_id)
            what = "a confidential person" if person.confidential else person.name
            follows = "Quotes keep the name; a confidential one is still kept out of what is handed on."
            return Withdrawal(what, follows, lambda: store.people.withdraw_person(row_id))
        case "source":
            follows = "What was taken from it stays, under its ground rule, and counts as not checked."
            return Withdrawal(store.sources.get(row_id).code, follows, lambda: store.sources.withdraw(row_id))
        case "negotiation":
            follows = "Its developments, deadlines and quotes stay, but are seen in no talks."
            what = store.talks.negotiation(row_id).name
            return Withdrawal(what, follows, lambda: store.talks.withdraw_negotiation(row_id))
        case "issue":
            what = next((one.name for one in store.talks.issues() if one.id == row_id), "an issue")
            follows = "Its positions are no longer seen."
            return Withdrawal(what, follows, lambda: store.talks.withdraw_issue(row_id))
        case "position":
            what = store.talks.position(row_id).words or "no public position"
            follows = "The position before it, if any, is shown again."
            return Withdrawal(what, follows, lambda: store.talks.withdraw_position(row_id))
        case "development":
            one = store.developments.get(row_id)
            follows = "The axes stand as they did without it." if one.axes else ""
            return Withdrawal(one.words, follows, lambda: store.developments.withdraw(row_id))
        case "deadline":
            what = store.deadlines.get(row_id).name
            return Withdrawal(what, "Its dates go with it.", lambda: store.deadlines.withdraw(row_id))
        case "deadline_date":
            return Withdrawal("a date", "The others stand.", lambda: store.deadlines.withdraw_date(row_id))
        case "quote":
            what = store.quotes.get(row_id).words
            return Withdrawal(what, "It may not leave the desk any more.", lambda: store.quotes.withdraw(row_id))
        case "story":
            what = store.stories.get(row_id).slug
            return Withdrawal(what, "Its checklist goes with it.", lambda: store.stories.withdraw(row_id))
        case "check":
            return Withdrawal(store.stories.check(row_id).what, "", lambda: store.stories.withdraw_check(row_id))
    raise ValueError(f"nothing called {kind} can be withdrawn")
