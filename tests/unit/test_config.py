"""The reporter's settings: every mistake is named with its line, and the rest applies."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from desk.config.file import default_text, load, parse
from desk.config.keymap import ActionKeys, canonical
from desk.config.settings import Config
from desk.model.enums import GroundRule

ACTIONS = (
    ActionKeys("log", ("l",), "", "log a development"),
    ActionKeys("quotes.copy", ("y",), "quotes", "copy the quote"),
    ActionKeys("quotes.add", ("a",), "quotes", "add a quote"),
    ActionKeys("checks.add", ("a",), "checks", "add a check"),
    ActionKeys("help", ("?", "f1"), "", "show the keys"),
)


def said(text: str, **known: object) -> tuple[Config, list[str]]:
    config, problems = parse(dedent(text).lstrip("\n"), **known)  # type: ignore[arg-type]
    return config, [str(problem) for problem in problems]


def test_a_config_sets_what_it_says_and_leaves_the_rest() -> None:
    config, problems = said(
        """
        [reporter]
        name = "Ada Wong"
        zone = "America/Los_Angeles"

        [time]
        also_in = ["America/New_York"]

        [clipboard]
        command = "xclip -selection 'clip board'"
        clear_after = 20

        [labels]
        background = "BG"

        [templates]
        slack = "{quote} ({state})"

        [keys]
        "quotes.copy" = ["c", "f6"]
        """,
        actions=ACTIONS,
        template_fields=("quote", "state"),
    )
    assert problems == []
    assert config.reporter.name == "Ada Wong"
    assert config.time.also_in == ("America/New_York",)
    assert config.clipboard.command == ("xclip", "-selection", "clip board")
    assert config.clipboard.clear_after == 20
    assert config.labels.of(GroundRule.BACKGROUND) == "BG"
    assert config.labels.of(GroundRule.OFF_RECORD) == Config().labels.off_record
    assert config.templates == {"slack": "{quote} ({state})"}
    assert config.keys == {"quotes.copy": ("c", "f6")}
    assert config.style == Config().style


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[reporter]\n\nnmae = "Ada"', 'line 3: there is no setting reporter.nmae; did you mean "name"?'),
        ("[reporter]\nname = 7", 'line 2: reporter.name must be text in quotation marks, like "this"'),
        ('[reporter]\nzone = "PST8"', 'line 2: reporter.zone must be a zone such as "America/Los_Angeles"'),
        ('[reporter]\nzone = "../../etc"', 'line 2: reporter.zone must be a zone such as "America/Los_Angeles"'),
        ('[style]\nmarks = "french"', 'line 2: style.marks must be "us" or "british"'),
        ("[clipboard]\nclear_after = true", "line 2: clipboard.clear_after must be a whole number from 0 to 3600"),
        ("[screen]\npoll = 0", "line 2: screen.poll must be a number of seconds from 0.2 to 60"),
        ('[time]\nalso_in = "UTC"', 'line 2: time.also_in must be a list of zones, like ["America/New_York"]'),
        ('[labels]\nunknown = " "', "line 2: labels.unknown must not be empty"),
        (
            '[clipboard]\ncommand = ["", "x"]',
            'line 2: clipboard.command must begin with a program, like ["wl-copy", "--primary"]',
        ),
        ('[screne]\ntheme = "x"', 'line 1: there is no section [screne]; did you mean "screen"?'),
        ("style = 3", "line 1: style must be a section: [style] on a line of its own"),
        (
            '[time]\nalso_in = [\n  "UTC",\n  "Mars/Port",\n]',
            'line 2: time.also_in must be a zone such as "America/Los_Angeles"',
        ),
        (
            'reporter.nmae = "Ada"',
            'line 1: there is no setting reporter.nmae; did you mean "name"?',
        ),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(text: str, problem: str) -> None:
    config, problems = said(text)
    assert problems == [problem]
    assert config == Config()


def test_a_wrong_setting_leaves_the_others_in_force() -> None:
    config, problems = said(
        """
        [reporter]
        name = "Ada"
        zone = "nowhere"
        [style]
        marks = "british"
        """
    )
    assert len(problems) == 1
    assert (config.reporter.name, config.reporter.zone, config.style.marks) == ("Ada", "", "british")


def test_a_line_that_is_no_toml_is_named_and_the_others_apply() -> None:
    config, problems = said(
        """
        [reporter]
        name = Ada
        zone = "UTC"
        [style
        guide = "british"
        [editor]
        command = "vim"
        """
    )
    assert [problem.split(":")[0] for problem in problems] == ["line 2", "line 4", "line 5"]
    assert config.reporter.zone == "UTC"
    assert config.editor.command == ("vim",)


def test_a_setting_given_twice_is_named_and_the_first_applies() -> None:
    config, problems = said('[style]\nmarks = "british"\nguide = "ap"\nmarks = "us"\n[style]\nguide = "british"')
    assert problems[0].startswith("line 4: style.marks is set a second time")
    assert problems[1].startswith("line 5: style is set a second time")
    assert config.style.marks == "british"


def test_an_unclosed_text_takes_nothing_else_with_it() -> None:
    config, problems = said('[reporter]\nname = """Ada\n[style]\nmarks = "british"')
    assert problems[0].startswith("line 2: this is not TOML")
    assert config.style.marks == "british"


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{qoute}", 'line 2: templates.mine has the unknown field "{qoute}"; did you mean "quote"?'),
        ("{quote.__class__}", 'line 2: templates.mine has "{quote.__class__}"; a field is one word in braces'),
        ("{quote!r}", 'line 2: templates.mine has "{quote}"; a field is one word in braces'),
        ("{0}", 'line 2: templates.mine has "{0}"; a field is one word in braces'),
    ],
)
def test_a_template_reaches_nothing_but_its_fields(template: str, problem: str) -> None:
    config, problems = said(f'[templates]\nmine = "{template}"', template_fields=("quote", "attribution"))
    assert problems == [problem]
    assert config.templates == {}


def test_a_field_that_there_is_not_is_told_when_the_config_is_read_by_whatever_command() -> None:
    config, (problem,) = said('[templates]\nmine = "{quote} {state}"\nslack = "{quote} {speaker}"')
    assert problem == 'line 3: templates.slack has the unknown field "{speaker}"'
    assert config.templates == {"mine": "{quote} {state}"}


@pytest.mark.parametrize(
    ("labels", "problems"),
    [
        (
            'background = "BG"\noff_record = " bg "',
            [
                "line 2: labels.background is the same as labels.off_record, and the two could not be told apart; "
                'it stays "on background"',
                "line 3: labels.off_record is the same as labels.background, and the two could not be told apart; "
                'it stays "off the record"',
            ],
        ),
        (
            'on_record = "Off the  Record"',
            [
                "line 2: labels.on_record is the same as labels.off_record, and the two could not be told apart; "
                'it stays "on the record"'
            ],
        ),
        (
            'on_record = "on background"\nbackground = "x"\ndeep_background = "x"',
            [
                "line 2: labels.on_record is the same as labels.background, and the two could not be told apart; "
                'it stays "on the record"',
                "line 3: labels.background is the same as labels.deep_background, and the two could not be told apart; "
                'it stays "on background"',
                "line 4: labels.deep_background is the same as labels.background, and the two could not be told apart; "
                'it stays "deep background"',
            ],
        ),
    ],
)
def test_two_rules_are_never_called_by_one_word(labels: str, problems: list[str]) -> None:
    config, told = said(f"[labels]\n{labels}\n")
    assert told == problems
    assert config == Config()


def test_labels_may_change_places() -> None:
    config, told = said('[labels]\nbackground = "deep background"\ndeep_background = "background"\n')
    assert not told
    assert config.labels.of(GroundRule.BACKGROUND) == "deep background"


def test_a_template_may_hold_braces_of_its_own_but_none_too_many() -> None:
    assert said('[templates]\nmine = "{{{quote}}}"')[1] == []
    (problem,) = said('[templates]\nmine = "{quote"')[1]
    assert problem.startswith("line 2: templates.mine has a brace too many or too few")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('"quotes.cpoy" = "c"', 'keys: there is no action "quotes.cpoy"; did you mean "quotes.copy"?'),
        ('"quotes.copy" = "ctrl+"', 'keys: "ctrl+" is not a key; write it like "y", "f5", "pagedown" or "ctrl+r"'),
        ('"quotes.copy" = "pgdown"', 'keys: "pgdown" is not a key; did you mean "pagedown"?'),
        ('"quotes.copy" = "shift+c"', 'keys: "shift+c" is not sent by terminals; write "C"'),
        ('"quotes.copy" = 5', 'keys: a key must be text, like "y", or a list, like ["y", "ctrl+y"]'),
        ('"quotes.copy" = "l"', 'keys: "l" for quotes.copy is taken by log; quotes.copy keeps its own'),
        ('"quotes.copy" = "a"', 'keys: "a" for quotes.copy is taken by quotes.add; quotes.copy keeps its own'),
        ('log = "?"', 'keys: "?" for log is taken by help; log keeps its own'),
        ('log = "question_mark"', 'keys: "question_mark" for log is taken by help; log keeps its own'),
    ],
)
def test_a_key_that_cannot_be_is_named_and_the_action_keeps_its_own(line: str, problem: str) -> None:
    config, problems = said(f"[keys]\n{line}", actions=ACTIONS)
    assert problems == [f"line 2: {problem}"]
    assert config.keys == {}


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ('"quotes.copy" = "a"\n"quotes.add" = "y"', {"quotes.copy": ("a",), "quotes.add": ("y",)}),
        ('"checks.add" = "y"', {"checks.add": ("y",)}),
        ('"quotes.copy" = "a"\n"quotes.add" = []', {"quotes.copy": ("a",), "quotes.add": ()}),
        ('quotes.copy = "C"', {"quotes.copy": ("C",)}),
        ('help = ["?", "f2"]', {"help": ("question_mark", "f2")}),
        ('log = "y"\n"quotes.copy" = "c"', {"log": ("y",), "quotes.copy": ("c",)}),
    ],
)
def test_keys_may_be_swapped_freed_and_shared_where_they_never_meet(
    lines: str, keys: dict[str, tuple[str, ...]]
) -> None:
    config, problems = said(f"[keys]\n{lines}", actions=ACTIONS)
    assert problems == []
    assert config.keys == keys


def test_two_actions_given_one_key_do_not_both_get_it() -> None:
    config, problems = said('[keys]\nlog = "f9"\n"quotes.copy" = "f9"', actions=ACTIONS)
    assert problems == ['line 3: keys: "f9" for quotes.copy is taken by log; quotes.copy keeps its own']
    assert config.keys == {"log": ("f9",)}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("y", "y"),
        ("Y", "Y"),
        ("/", "slash"),
        ('"', "quotation_mark"),
        ("[", "left_square_bracket"),
        ("+", "plus"),
        ("space", "space"),
        ("é", "é"),
        ("ctrl+r", "ctrl+r"),
        ("shift+tab", "shift+tab"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("full_stop", "full_stop"),
        ("minus", "minus"),
    ],
)
def test_a_key_is_known_by_one_name(key: str, name: str) -> None:
    assert canonical(key) == name


@pytest.mark.parametrize("key", ["", "yy", "f25", "ctrl+r,x", "\x1b", "hold+a", "ctrl"])
def test_nonsense_is_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="is not a key"):
        canonical(key)


def test_a_theme_that_is_not_there_is_named_and_the_usual_one_taken() -> None:
    config, problems = said('[screen]\ntheme = "newsroom-drak"', themes=("newsroom-dark", "newsroom-light"))
    assert problems == ['line 2: screen.theme: there is no theme "newsroom-drak"; did you mean "newsroom-dark"?']
    assert config == Config()


def test_the_default_file_says_the_defaults() -> None:
    assert said(default_text(ACTIONS), actions=ACTIONS) == (Config(), [])


def test_every_line_of_the_default_file_can_be_taken_up() -> None:
    text = re.sub(r"^#(?=[^\s#])", "", default_text(ACTIONS), flags=re.MULTILINE)
    config, problems = said(text, actions=ACTIONS, template_fields=("quote", "attribution"))
    assert problems == []
    assert config.keys == {action.id: tuple(map(canonical, action.keys)) for action in ACTIONS}
    assert set(config.templates) == {"plain"}
    assert Config(templates=config.templates, keys=config.keys) == config


def test_every_setting_of_the_default_file_is_explained() -> None:
    lines = default_text(ACTIONS).splitlines()
    settings = [at for at, line in enumerate(lines) if re.match(r"#\S", line) or line.startswith("[")]
    assert len(settings) > 25
    assert all(lines[at - 1].startswith("# ") or lines[at - 1].startswith("[") for at in settings)


def test_a_file_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == (Config(), ())
    assert load(None) == (Config(), ())


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"[style]\nmarks = '\xff'", "line 2: this is not text in UTF-8"), (b"#" * 300_000, "too large for a config")],
)
def test_a_file_that_is_no_config_leaves_the_defaults(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    config, (problem,) = load(file)
    assert config == Config()
    assert words in str(problem)


def test_a_folder_as_config_is_said(tmp_path: Path) -> None:
    config, (problem,) = load(tmp_path)
    assert config == Config()
    assert "cannot be read" in str(problem)


def test_a_file_from_another_editor_reads_the_same(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'\xef\xbb\xbf[style]\r\nmarks = "british"\r\n')
    config, problems = load(file)
    assert (config.style.marks, problems) == ("british", ())


def test_a_large_broken_file_is_read_in_the_end() -> None:
    config, problems = parse("".join(f"k{n} = [\n" for n in range(5000)))
    assert config == Config()
    assert problems
