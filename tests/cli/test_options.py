"""The table of options, the command lines and help pages made from it, and what is refused."""

from pathlib import Path

import pytest

from policytext.cli.app import run
from policytext.cli.options import COMMANDS, OPTIONS, SETTINGS, VARIABLES, list_commands, list_options
from policytext.cli.options.analysis import STATUSES
from policytext.cli.options.corpus import WHAT
from tests.helpers import Capture

LEAVES = [name for name in COMMANDS if not list_commands(name)]
REFUSED = [
    (name, option.name)
    for name in LEAVES
    for option in OPTIONS.values()
    if option not in list_options(COMMANDS[name])
]


pytestmark = pytest.mark.usefixtures("folder")


def test_choices_are_those_of_the_analyses() -> None:
    from typing import get_args

    from policytext.corpus import job
    from policytext.model.annotations import Status

    assert get_args(Status) == STATUSES
    assert job.WHAT == WHAT


def test_a_group_of_options_has_no_name_of_a_command() -> None:
    groups = {group for command in COMMANDS.values() for group in command.groups}
    assert groups.isdisjoint(COMMANDS)
    used = {group for option in OPTIONS.values() for group in option.groups}
    assert used <= groups | {"every", *LEAVES}, "a misspelt group would hide an option"
    assert groups <= used


@pytest.mark.parametrize("name", LEAVES)
def test_a_help_page_lists_each_option_of_its_command_and_no_other(name: str, capfd: Capture) -> None:
    assert run([*name.split(), "--help"]) == 0
    page = capfd.readouterr().out
    listed = {word for line in page.splitlines() if line.startswith("  -") for word in line.split()}
    listed = {word.rstrip(",") for word in listed if word.startswith("--")}
    assert listed == {"--help", *(f"--{option.name}" for option in list_options(COMMANDS[name]))}


@pytest.mark.parametrize(("command", "option"), REFUSED)
def test_an_option_that_a_command_does_not_use_is_refused(command: str, option: str, capfd: Capture) -> None:
    assert run([*command.split(), f"--{option}", "--lang", "en"]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f"--{option}" in err
    assert f"policytext {command} --help" in err


def test_a_refused_option_names_the_commands_that_use_it(capfd: Capture) -> None:
    assert run(["lint", "--domain", "social", "--lang", "en"]) == 2
    message = (
        "policytext: policytext lint does not use --domain; outline, domains, targets, extract, stats do"
        " (policytext lint --help lists its options)\n"
    )
    assert capfd.readouterr().err == message


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lang_works_on_both_sides_of_help_and_of_the_command(name: str, lang: str, capfd: Capture) -> None:
    words, chosen = name.split(), ["--lang", lang]
    pages = set()
    for line in (
        [*words, "--help", *chosen],
        [*words, *chosen, "--help"],
        [*chosen, *words, "--help"],
        [*words, f"--lang={lang}", "-h"],
    ):
        assert run(line) == 0
        pages.add(capfd.readouterr().out)
    assert len(pages) == 1
    page = pages.pop()
    assert page.startswith("用法：" if lang == "zh" else "Usage: ")
    # The last line leads to this page in the other language.
    last = page.splitlines()[-1].partition("policytext")[2].split()
    assert run(last) == 0
    assert capfd.readouterr().out.startswith("Usage: " if lang == "zh" else "用法：")


@pytest.mark.parametrize(
    ("name", "default"),
    [
        pytest.param("outline", "default tree at a terminal, else text", id="two formats"),
        pytest.param("lint", "default full at a terminal, else text", id="another one at a terminal"),
        pytest.param("text", "default text", id="one everywhere"),
        pytest.param("corpus query", "default table at a terminal, else csv", id="not text"),
        pytest.param("rules list", "default text", id="a command about rules"),
    ],
)
def test_a_help_page_names_the_default_format(name: str, default: str, capfd: Capture) -> None:
    assert run([*name.split(), "--help", "--lang", "en"]) == 0
    assert f"({default})" in " ".join(capfd.readouterr().out.split())


@pytest.mark.parametrize(
    ("variable", "near"),
    [
        pytest.param("POLICYTEXT_ENCODIGN", "POLICYTEXT_ENCODING", id="two letters exchanged"),
        pytest.param("POLICYTEXT_LINE_NUMBER", "POLICYTEXT_LINE_NUMBERS", id="a letter missing"),
        pytest.param("POLICYTEXT_CACH", "POLICYTEXT_CACHE", id="no setting, but a variable"),
        pytest.param("POLICYTEXT_IN", None, id="an option that is no setting"),
    ],
)
def test_a_misspelt_variable_is_one_line(
    variable: str, near: str | None, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "1")
    assert run(["rules", "schema", "--lang", "en"]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"policytext: no variable {variable}")
    assert near is None or f"did you mean {near}?" in err


@pytest.mark.parametrize(
    "variable",
    [
        *(variable.name for variable in VARIABLES if variable.name != "POLICYTEXT_CONFIG"),
        pytest.param("POLICYTEXT_PORT_80_TCP", id="a service of Kubernetes"),
        pytest.param("POLICYTEXT_SERVICE_HOST", id="its address"),
    ],
)
def test_other_variables_are_left_alone(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "")
    assert run(["rules", "schema"]) == 0


def test_a_misspelt_key_is_one_line_in_every_command(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text("quite = true\n", encoding="utf-8")
    assert run(["rules", "schema", "--lang", "en"]) == 2
    assert "no setting quite, did you mean quiet?" in capfd.readouterr().err


def test_a_file_may_hold_settings_of_other_commands(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text(
        'format = "sarif"\ndomain = ["social"]\ntop = 3\n', encoding="utf-8"
    )
    (folder / "a.txt").write_text("一、总体要求\n", encoding="utf-8")
    assert run(["text", "a.txt", "--quiet"]) == 0
    assert capfd.readouterr().out == "一、总体要求\n", "sarif is a format of lint"
    (folder / ".policytext.toml").write_text('format = "jsno"\n', encoding="utf-8")
    assert run(["text", "a.txt", "--lang", "en"]) == 2
    assert "did you mean json?" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("file", "beginning"),
    [
        pytest.param("a.json", '{"schema":', id="one object"),
        pytest.param("a.jsonl", '{"type":"file"', id="one object a line"),
        pytest.param("a.ndjson", '{"type":"file"', id="the other name of JSON Lines"),
        pytest.param("a.csv", "path,kind,", id="a table"),
        pytest.param("a.tsv", "path\tkind\t", id="a table with tabs"),
        pytest.param("a.md", "- 一、总体要求", id="another word than the format's name"),
        pytest.param("A.JSON", '{"schema":', id="capitals"),
        pytest.param("b.csv.txt", "一、总体要求", id="only the last ending counts"),
        pytest.param("csv", "一、总体要求", id="a name without an ending"),
        pytest.param("a.dat", "一、总体要求", id="an unknown ending"),
    ],
)
def test_the_ending_of_the_output_file_chooses_the_format(file: str, beginning: str, folder: Path) -> None:
    (folder / "plan.txt").write_text("一、总体要求\n", encoding="utf-8")
    assert run(["outline", "plan.txt", "-o", file]) == 0
    assert (folder / file).read_text(encoding="utf-8").startswith(beginning)


@pytest.mark.parametrize(
    ("arguments", "variable", "chosen"),
    [
        pytest.param(["--format", "tsv", "-o", "a.json"], None, '"tsv"  (--format)', id="option"),
        pytest.param(["-o", "a.json"], "tsv", '"json"  (--output)', id="nearer than a variable"),
        pytest.param(["-o", "a.dat"], "tsv", '"tsv"  (POLICYTEXT_FORMAT)', id="an ending that says nothing"),
        pytest.param(["-o", "-"], "tsv", '"tsv"  (POLICYTEXT_FORMAT)', id="standard output"),
        pytest.param(
            ["-o", "a.json", "--diff"], None, '"diff"  (--diff)', id="an option that implies a format"
        ),
    ],
)
def test_format_is_stronger_than_the_ending(
    arguments: list[str], variable: str | None, chosen: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        monkeypatch.setenv("POLICYTEXT_FORMAT", variable)
    assert run(["lint", *arguments, "--show-settings"]) == 0
    (line,) = [line for line in capfd.readouterr().out.splitlines() if line.startswith("format = ")]
    assert line == f"format = {chosen}"


@pytest.mark.parametrize(
    ("command", "file", "name"),
    [
        pytest.param("outline", "a.xlsx", "xlsx", id="a format of another command"),
        pytest.param("lint", "a.md", "markdown", id="a table of contents of findings"),
        pytest.param("text", "a.docx", "docx", id="a text that Word could not open"),
        pytest.param("rules list", "a.csv", "csv", id="a command about rules"),
    ],
)
def test_an_ending_whose_format_the_command_lacks_is_one_line(
    command: str, file: str, name: str, folder: Path, capfd: Capture
) -> None:
    (folder / "plan.txt").write_text("一、总体要求\n", encoding="utf-8")
    assert run([*command.split(), "plan.txt", "-o", file, "--lang", "en"]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"policytext: {file}: {command} has no {name} format")
    assert not (folder / file).exists()


def test_a_command_without_formats_writes_to_any_ending(folder: Path) -> None:
    assert run(["rules", "schema", "-o", "schema.xlsx"]) == 0
    assert (folder / "schema.xlsx").exists()


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_shows_all_settings(name: str, capfd: Capture) -> None:
    operands = [operand.name for operand in COMMANDS[name].operands if operand.required]
    assert run([*name.split(), *operands, "--show-settings"]) == 0
    assert [line.partition(" = ")[0] for line in capfd.readouterr().out.splitlines()] == list(SETTINGS)
