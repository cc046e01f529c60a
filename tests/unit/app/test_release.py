"""The only way out, and the register of ways."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import desk
from desk.app.release import release, release_text
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import FORMATS, CopyFormat, Kind
from desk.model.enums import EndMark, QuoteForm, QuoteState
from desk.model.names.names import Names
from desk.model.quotes.gate import Attribution, Named, Origin, Permit
from desk.model.quotes.refusal import Mend, Reason, Refusal
from desk.model.released import WAYS_OUT, Released

HOUSE = HouseStyle(today=date(2026, 2, 14))
NOBODY = Names()
PERMIT = Permit(
    form=QuoteForm.FULL,
    words="We are not going to accept a deal",
    end_mark=EndMark.GIVEN,
    attribution=Attribution(speakers=(Named("Sean Astin", "president", "SAG-AFTRA"),)),
    state=QuoteState.VERIFIED,
    origin=Origin(),
    permitted=("Sean Astin",),
)
STAMPED = replace(PERMIT, stamps=("[UNVERIFIED]",), state=QuoteState.UNVERIFIED)


def refused(answer: Released | Refusal) -> Refusal:
    assert isinstance(answer, Refusal)
    return answer


def test_a_permitted_quote_comes_out_as_text_with_its_format_and_stamp() -> None:
    answer = release(STAMPED, FORMATS[0], way="clipboard", names=NOBODY, house=HOUSE)
    assert isinstance(answer, Released)
    assert answer.text.endswith("[UNVERIFIED]")
    assert (answer.format, answer.stamp, answer.way.name) == ("sentence", "[UNVERIFIED]", "clipboard")


@pytest.mark.parametrize("way", sorted(WAYS_OUT))
def test_no_way_out_lets_a_confidential_name_pass(way: str) -> None:
    names = Names(["Mara Quandt"])
    told = replace(PERMIT, words="As M. Quandt\nsaid, no deal")
    answer = refused(release(told, FORMATS[0], way=way, names=names, house=HOUSE))
    assert answer.reason is Reason.CONFIDENTIAL_NAME
    assert "Quandt" not in str(answer)
    assert refused(release_text("session with QUANDT's side", way=way, names=names)).reason is Reason.CONFIDENTIAL_NAME
    assert isinstance(release_text("session with the other side", way=way, names=names), Released)


def test_a_refused_name_is_mended_where_it_stands() -> None:
    names = Names(["Mara Quandt"])
    inside = replace(PERMIT, words="Quandt said no deal")
    beside = replace(PERMIT, attribution=Attribution(agreed="a friend of Quandt’s"))
    told = [refused(release(one, FORMATS[0], way="copy", names=names, house=HOUSE)).remedy for one in (inside, beside)]
    told.append(refused(release_text("session with Quandt", way="copy", names=names)).remedy)
    assert [one.partition(";")[0] for one in told] == [
        "Note a part of the words without it, or a paraphrase, and copy that",
        "It is not in the words: take it out of the attribution, the title, the venue or the source's outlet",
        "Say it without the name",
    ]


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
def test_a_name_that_the_end_of_a_line_parts_is_found_though_a_format_joins_the_lines(chosen: CopyFormat) -> None:
    told = replace(PERMIT, words="As Mara Q\nuandt said, no deal")
    answer = refused(release(told, chosen, way="clipboard", names=Names(["Mara Quandt"]), house=HOUSE))
    assert answer.reason is Reason.CONFIDENTIAL_NAME


@pytest.mark.parametrize("way", sorted(WAYS_OUT))
def test_what_is_stamped_goes_only_where_a_stamp_is_read(way: str) -> None:
    answer = release(STAMPED, FORMATS[0], way=way, names=NOBODY, house=HOUSE)
    if way in ("changed", "crash"):
        assert refused(answer).reason is Reason.NOT_CLEAN
    else:
        assert isinstance(answer, Released)


def test_names_of_this_source_are_searched_for_though_nobody_marked_them_confidential() -> None:
    hidden = replace(
        PERMIT,
        attribution=Attribution(agreed="a friend of Astin’s"),
        origin=None,
        forbidden=("Sean Astin",),
        permitted=(),
    )
    assert refused(release(hidden, FORMATS[0], way="copy", names=NOBODY, house=HOUSE)).mend is Mend.EDIT_QUOTE


def test_a_source_noted_by_a_description_can_be_quoted_under_it() -> None:
    hidden = replace(
        PERMIT,
        attribution=Attribution(agreed="a studio executive"),
        origin=None,
        forbidden=("A studio executive",),
        permitted=(),
    )
    answer = release(hidden, FORMATS[0], way="copy", names=NOBODY, house=HOUSE)
    assert isinstance(answer, Released)
    assert "a studio executive said" in answer.text


@pytest.mark.parametrize("agreed", ["Sean Astin", "sean astin", "S. Astin", "an aide of Sean Astin"])
def test_an_agreed_attribution_that_is_the_name_itself_is_refused(agreed: str) -> None:
    hidden = replace(
        PERMIT, attribution=Attribution(agreed=agreed), origin=None, forbidden=("Sean Astin",), permitted=()
    )
    assert refused(release(hidden, FORMATS[0], way="copy", names=NOBODY, house=HOUSE)).mend is Mend.EDIT_QUOTE


def test_a_formatter_never_sees_the_forbidden_names(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Permit] = []

    def render(permit: Permit, chosen: CopyFormat, house: HouseStyle) -> str:
        seen.append(permit)
        return f"“{permit.words}”"

    monkeypatch.setattr("desk.app.release.render", render)
    hidden = replace(PERMIT, attribution=Attribution(), origin=None, forbidden=("Mara Quandt",))
    release(hidden, FORMATS[0], way="copy", names=NOBODY, house=HOUSE)
    assert "Quandt" not in repr(seen)


@pytest.mark.parametrize(
    "text", ["We are not going to accept a deal [UNVERIFIED]", "“We are not going to accept a deal”"]
)
def test_a_format_that_loses_the_marks_or_the_stamp_releases_nothing(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.app.release.render", lambda *a: text)
    answer = refused(release(STAMPED, FORMATS[0], way="copy", names=NOBODY, house=HOUSE))
    assert (answer.reason, answer.mend) == (Reason.BROKEN_FORMAT, Mend.OTHER_FORMAT)


def test_a_broken_template_is_refused_with_its_name_and_a_remedy() -> None:
    broken = CopyFormat("mine", "", Kind.TEMPLATE, template="{words}")
    answer = refused(release(PERMIT, broken, way="copy", names=NOBODY, house=HOUSE))
    assert answer.reason is Reason.BROKEN_FORMAT
    assert "templates.mine" in str(answer)
    assert "{words}" in str(answer)


def test_a_way_that_is_not_registered_releases_nothing() -> None:
    with pytest.raises(KeyError):
        release(PERMIT, FORMATS[0], way="telegram", names=NOBODY, house=HOUSE)
    with pytest.raises(KeyError):
        release_text("words", way="telegram", names=NOBODY)


def test_nothing_else_can_make_text_released() -> None:
    with pytest.raises(TypeError):
        Released("words", WAYS_OUT["copy"])
    answer = release_text("words", way="copy", names=NOBODY)
    with pytest.raises(TypeError):
        Released("other words", WAYS_OUT["copy"], seal=object())
    assert "seal" not in repr(answer)


def test_released_text_steers_no_terminal() -> None:
    answer = release_text("a\x1b]52;c;eA==\x07b\u202ec", way="status", names=NOBODY)
    assert isinstance(answer, Released)
    assert answer.text == "abc"


def test_every_way_out_says_what_it_is() -> None:
    assert all(name == way.name and way.words for name, way in WAYS_OUT.items())


ROOT = Path(desk.__file__).parent

#: How a module names the way by which it lets text out.
_GOES_BY = re.compile(r"""way="(\w+)"|\bOutputFilter\(\w+, "(\w+)"|^_WAY = "(\w+)"$""", re.MULTILINE)


def test_every_way_that_is_registered_is_there() -> None:
    """A register that claims what was never built says nothing about what was."""
    taken = {"crash"} if (ROOT / "cli/crash.py").exists() else set()
    for path in ROOT.glob("**/*.py"):
        taken.update(filter(None, (name for found in _GOES_BY.findall(path.read_text("utf-8")) for name in found)))
    assert set(WAYS_OUT) == taken


#: Modules that can carry text out of the desk, with the registered ways that go through them; () where what they
#: write is none of the reporter's text, or stays among the desk's own private files.
EXITS: dict[str, tuple[str, ...]] = {
    "cli/__init__.py": (),
    "cli/import_.py": (),
    "cli/check.py": ("draft",),
    "cli/context.py": ("copy", "export", "search", "status", "changed"),
    "cli/copy.py": ("copy",),
    "cli/crash.py": ("crash",),
    "cli/doctor.py": (),
    "cli/search.py": ("search",),
    "cli/export.py": ("export",),
    "cli/desk.py": (),
    "cli/printing.py": ("copy", "export", "search", "status", "changed", "draft", "extract"),
    "locations.py": (),
    "store/subjects/evidence.py": (),
    "clipboard/clipboard.py": ("clipboard", "copy"),
    "clipboard/programs.py": ("clipboard", "copy"),
    # The index over half of the bank, through a pipe to the desk that asked for it and into nothing else.
    "search/half_index.py": (),
    # The words of a field that is being written, to the reporter's own editor; they come back into it.
    "ui/entry/outside.py": (),
}
_CALLED = {"print", "os.system", "os.write", "os.popen", "os.fdopen", "webbrowser.open", "urllib.request.urlopen"}
_CALLED |= {
    f"{stream}.{verb}" for stream in ("sys.stdout", "sys.stderr") for verb in ("write", "writelines", "buffer.write")
}
_MODULES = ("subprocess.", "pyperclip.", "http.", "smtplib.")
_METHODS = (".copy_to_clipboard", ".write_text", ".write_bytes", ".create_connection")


def _reaches_out(call: ast.Call) -> str:
    """What a call does that can carry text out, or ""."""
    called = ast.unparse(call.func)
    if called in _CALLED or called.startswith(_MODULES) or called.endswith(_METHODS):
        return called
    if called == "open" or (called.endswith(".open") and called != "os.open"):
        modes = [word.value for word in call.keywords if word.arg == "mode"]
        modes += call.args[1:2] if called == "open" else call.args[:1]
        given = [str(mode.value) for mode in modes if isinstance(mode, ast.Constant)]
        return called if any(re.fullmatch(r"[rbt]*[wax+][rwaxbt+]*", mode) for mode in given) else ""
    return ""


def exits_in(source: str) -> set[str]:
    """The calls in a module by which text can leave."""
    return {
        found for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) if (found := _reaches_out(node))
    }


def test_every_module_that_can_carry_text_out_is_registered() -> None:
    beside = {}
    for path in sorted(ROOT.glob("**/*.py")):
        name = path.relative_to(ROOT).as_posix()
        calls = exits_in(path.read_text("utf-8"))
        if calls and name not in EXITS:
            beside[name] = calls
    assert not beside, "let it take a Released, register the way in desk/app/release.py, and add the module to EXITS"
    assert {way for ways in EXITS.values() for way in ways} <= set(WAYS_OUT)


@pytest.mark.parametrize(
    "beside",
    [
        "print(quote.words)",
        "import subprocess\nsubprocess.run(['mail'], input=words)",
        "Path('x').write_text(words)",
        "import pyperclip\npyperclip.copy(words)",
        "self.app.copy_to_clipboard(words)",
        "sys.stdout.write(words)",
        "open('out.txt', 'w').write(words)",
        "path.open(mode='a').write(words)",
    ],
)
def test_a_way_out_added_beside_the_register_is_seen(beside: str) -> None:
    assert exits_in(beside)


@pytest.mark.parametrize(
    "harmless",
    ["open('x').read()", "path.open('rb')", "archive.open('word/x.xml')", "sys.stdout.flush()", "shown.print"],
)
def test_reading_is_no_way_out(harmless: str) -> None:
    assert not exits_in(harmless)


def test_only_release_makes_released_text() -> None:
    for path in ROOT.glob("**/*.py"):
        if path.name in ("release.py", "released.py"):
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        assert not [call for call in calls if ast.unparse(call.func).endswith("Released")], path
        assert "SEAL" not in path.read_text("utf-8")
