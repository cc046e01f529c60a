"""Where each screen is, and what opens it: by name, so that a screen is loaded when it is first wanted, and none knows another."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Any

#: What a name stands for: module and attribute.
ROUTES = MappingProxyType(
    {
        "add": "desk.ui.entry.entry:open_add",
        "all_talks": "desk.ui.timeline.all_talks:AllTalksScreen",
        "another_date": "desk.ui.entry.entry:open_another_date",
        "changed": "desk.ui.copying.changed:ChangedScreen",
        "compare": "desk.ui.timeline.compare:open_compare",
        "copy": "desk.ui.copying.copying:copy_quote",
        "copy_as": "desk.ui.copying.copy_as:CopyAsScreen",
        "dispute": "desk.ui.quotes.disputing:ask_dispute",
        "draft": "desk.ui.draft.draft:open_draft",
        "edit": "desk.ui.entry.entry:open_edit",
        "elsewhere": "desk.ui.quotes.alike:open_elsewhere",
        "evidence": "desk.ui.entry.entry:open_evidence",
        "form": "desk.ui.entry.form:FormScreen",
        "help": "desk.ui.start.help:HelpScreen",
        "import": "desk.ui.entry.entry:open_import",
        "import_screen": "desk.ui.importing.importing:ImportScreen",
        "keep_file": "desk.ui.importing.keep_file:ask_file",
        "log_line": "desk.ui.entry.entry:open_log_line",
        "mark": "desk.ui.entry.entry:open_mark",
        "mark_question": "desk.ui.entry.mark:MarkScreen",
        "quote": "desk.ui.quotes.quote:QuoteScreen",
        "quote_line": "desk.ui.entry.entry:open_quote_line",
        "record": "desk.ui.reference.record:RecordScreen",
        "reference": "desk.ui.entry.entry:open_reference",
        "reference_screen": "desk.ui.reference.reference:ReferenceScreen",
        "selection": "desk.ui.copying.selection:SelectionScreen",
        "send": "desk.ui.copying.send:open_send",
        "terms": "desk.ui.quotes.terms:open_terms",
        "theme": "desk.ui.start.theme:ThemeScreen",
        "timeline": "desk.ui.timeline.timeline:TimelineScreen",
        "verify": "desk.ui.verify.verify:open_verify",
        "verify_all": "desk.ui.verify.verify_all:open_verify_all",
        "withdraw": "desk.ui.entry.entry:open_withdraw",
    }
)


def route(name: str) -> Any:
    """Return the screen's class, or the function that opens it. Raises KeyError for a name that is not in the table."""
    module, _, attribute = ROUTES[name].partition(":")
    return getattr(import_module(module), attribute)
