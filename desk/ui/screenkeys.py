"""The part of the table of actions that is about the screens on top of the desk: records, forms, lines, questions."""

from __future__ import annotations

from collections.abc import Mapping

from desk.ui.acts import Act
from desk.ui.acts import act as _act


def _own(id: str, keys: str, label: str, tooltip: str, action: str = "", *, shown: bool = True) -> Act:
    """An action of one screen: not in the palette, which is the desk's."""
    return _act(id, keys, label, tooltip, action=action, shown=shown, palette=False)


SCREENS: tuple[Act, ...] = (
    # What is read like a record
    _own("sheet.leave", "escape q", "back", "Back to where you were"),
    _own("sheet.down", "down j", "down", "A line down", "scroll(1)", shown=False),
    _own("sheet.up", "up k", "up", "A line up", "scroll(-1)", shown=False),
    _own("record.edit", "e", "edit", "Edit it"),
    _own("record.withdraw", "x", "withdraw", "Withdraw it"),
    _own("record.embargo", "b", "embargo", "Set an embargo on the development, or another end for it"),
    _own("record.lift", "L", "lift it", "Lift the embargo early, with a note"),
    # What changed
    _own("changed.shorter", "[", "shorter", "A shorter span", "span(-1)"),
    _own("changed.longer", "]", "longer", "A longer span", "span(1)"),
    _own("changed.span", "s", "any span", "Any span, as you type a date: mon, feb 9 - feb 13, since fri 5pm", "ask"),
    _own("changed.send", "y", "send", "What an editor may have of it: see it, then copy it"),
    # People, parties, sources, talks and stories
    _own("reference.leave", "escape m q", "back", "Back to the desk"),
    _own("reference.next", "right tab", "next tab", "The next tab", "tab(1)"),
    _own("reference.before", "left shift+tab", "tab before", "The tab before", "tab(-1)"),
    _own("reference.party", "1", "parties", "The parties", "go('party')", shown=False),
    _own("reference.person", "2", "people", "The people", "go('person')", shown=False),
    _own("reference.source", "3", "sources", "The sources", "go('source')", shown=False),
    _own("reference.negotiation", "4", "talks", "The talks", "go('negotiation')", shown=False),
    _own("reference.issue", "5", "issues", "The issues", "go('issue')", shown=False),
    _own("reference.story", "6", "stories", "The stories", "go('story')", shown=False),
    _own("reference.add", "a", "add", "Add one of these"),
    _own("reference.edit", "e", "edit", "Edit what is under the cursor here"),
    _own("reference.withdraw", "x", "withdraw", "Withdraw what is under the cursor here"),
    _own("reference.merge", "M", "merge", "Make one of two rows for the same party or person"),
    _own("reference.terms", "t", "what was agreed", "What was agreed with the source, and its embargo"),
    _own("reference.verify", "v", "verify its quotes", "Compare all quotes of the source with its kept file"),
    _own("reference.keep", "F", "keep a file", "Keep a copy of a file as the source's own evidence"),
    _own("reference.template", "T", "template", "Start talks from a template"),
    _own("reference.names", "N", "names", "Show, or hide, the names of confidential people and sources"),
    # Marking a check
    _own("mark.red", "r", "red", "Red: nobody has looked yet", "mark('red')"),
    _own("mark.amber", "a", "amber", "Amber: one report alone says so", "mark('amber')"),
    _own("mark.green", "g", "green", "Green: looked at, with evidence", "mark('green')"),
    _own("mark.n_a", "n", "n/a", "It does not apply", "mark('n_a')"),
    _own("mark.down", "down j", "down", "The next mark", "step(1)", shown=False),
    _own("mark.up", "up k", "up", "The mark before", "step(-1)", shown=False),
    _own("mark.take", "enter", "take", "Give the mark under the cursor", shown=False),
    _own("mark.evidence", "E", "evidence", "Go to the evidence"),
    _own("mark.leave", "escape", "leave", "Leave the mark as it is"),
    # Lines and forms
    _own("line.leave", "escape", "leave", "Leave the line; what was typed can be kept"),
    _act("line.forget", "ctrl+t", "throw away", "Throw away what was kept in the line from before", shown=False,
         palette=False, priority=True),
    _own("line.add", "ctrl+n", "add", "Add the name in the line that is not known", "add_unknown", shown=False),
    _act("form.save", "ctrl+s", "save", "Save the form", palette=False, priority=True),
    _own("form.leave", "escape", "leave", "Leave the form; what was typed can be kept"),
    _act("form.forget", "ctrl+t", "throw away", "Throw away what was kept in the form from before", shown=False,
         palette=False, priority=True),
    _act("form.add", "ctrl+n", "add", "Add the name in the form that is not known", action="add_unknown", shown=False,
         palette=False, priority=True),
    _own("form.down", "down", "next field", "The next field", "next_field(1)", shown=False),
    _own("form.up", "up", "field before", "The field before", "next_field(-1)", shown=False),
    _own("area.outside", "ctrl+o", "your editor", "Write the words of the field in your own editor", shown=False),
    _own("entry.take", "tab", "complete", "Complete what is typed", "entry('take')", shown=False),
    _own("entry.next", "down", "next", "The next completion", "entry('next')", shown=False),
    _own("entry.previous", "up", "before", "The completion before", "entry('previous')", shown=False),
    _own("entry.close", "escape", "close", "Close the completions", "entry('close')", shown=False),
    _own("entry.enter", "enter", "enter", "Take the line, or the completion", "entry('enter')", shown=False),
    _act("import.take", "ctrl+s", "import", "Import what was found", palette=False, priority=True),
    _act("import.forget", "ctrl+t", "throw away", "Throw away what was kept from before; stop a file that is coming in",
         shown=False, palette=False, priority=True),
    _own("import.leave_out", "space", "leave it out", "Leave the quotation out, or take it again", shown=False),
    _own("import.leave", "escape", "leave", "Leave the import"),
    # What two have changed
    _own("conflict.mine", "m", "mine", "What you typed counts, in this field", "choose('mine')"),
    _own("conflict.theirs", "t", "there now", "What is there now counts, in this field", "choose('theirs')"),
    _own("conflict.all_mine", "M", "all mine", "What you typed counts, in every field", "choose_all('mine')", shown=False),
    _own("conflict.all_theirs", "T", "all theirs", "What is there now counts, in every field", "choose_all('theirs')",
         shown=False),
    _own("conflict.save", "s", "save it so", "Save it as it was decided", "save"),
    _own("conflict.leave", "escape", "back", "Back to the form, as you typed it"),
    # Questions
    _own("ask.leave", "escape", "leave", "Answer nothing", shown=False),
    _own("ask.take", "enter", "do it", "Do what was shown", shown=False),
    _own("ask.down", "down", "down", "The next answer", "step(1)", shown=False),
    _own("ask.up", "up", "up", "The answer before", "step(-1)", shown=False),
    _act("verify_all.passes", "enter ctrl+s", "pass", "Pass all whose words are the same", shown=False, palette=False,
         priority=True),
    _own("verify_all.verify", "v", "by itself", "Compare this one by itself", shown=False),
    _own("verify_all.leave", "escape q", "leave", "Leave them as they are", shown=False),
    # The first start
    _own("first.template", "t", "template", "Begin with talks from a template", "take('template')", shown=False),
    _own("first.import", "i", "import", "Begin with an import", "take('import')", shown=False),
    _own("first.demo", "d", "demo", "Begin with the demo", "take('demo')", shown=False),
    _own("first.open", "o", "open", "Begin with the empty desk", "take('open')", shown=False),
    _own("first.later", "escape", "later", "Say who you are another time"),
)  # fmt: skip

#: Scopes that are on one screen together, beside those from anywhere.
MEET: Mapping[str, tuple[str, ...]] = {
    "sheet": ("record", "changed", "quotes", "terms"),
    "entry": ("form", "line", "import", "ask", "first", "search"),
    "area": ("form", "import", "verify"),
}
#: Scopes of screens that let nothing from anywhere through.
ALONE = frozenset({"conflict", "mark", "line", "form", "entry", "area", "import", "ask", "first"})
