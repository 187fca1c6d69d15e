"""The documents are right: links lead somewhere, and every output they show is what the program prints.

A block of output stands below a comment that names its command::

    <!-- output: policytext outline examples/plan.txt -->

A block that continuous integration runs stands below ``<!-- ci: NAME -->``.
"""

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from policytext.cli.options import COMMANDS, list_options
from tests.helpers import ROOT, run_program

PAGES = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "examples/*.md", "rules/**/*.md", "benchmarks/*.md", "tests/**/*.md")
    for path in ROOT.glob(pattern)
)
TWINS = ("README.md", "README.zh.md")
USER_PAGES = [*(ROOT / twin for twin in TWINS), *sorted((ROOT / "docs").glob("*.md"))]

_LINK = re.compile(r"\[[^\]\n]*\]\(([^()\s]+)\)")
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
_INLINE_CODE = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"(?<![\w.-])policytext [^\n|;&]*")
_MARKED = r"^<!-- {kind}: (.+?) -->\n+```\w*\n(.*?)^```$"
_ANCHOR_LOST = re.compile(r"[^\w\- ]")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, kind: str) -> list[tuple[str, str]]:
    """The marked blocks of a page: what the comment says, and what stands in the block."""
    return re.findall(_MARKED.format(kind=kind), path.read_text(encoding="utf-8"), re.M | re.S)


def anchors(path: Path) -> set[str]:
    """The headings of a page as links spell them."""
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+?)\s*$", text, re.M)
    return {_ANCHOR_LOST.sub("", heading.lower()).replace(" ", "-") for heading in headings}


def outputs() -> Iterator[ParameterSet]:
    for page in PAGES:
        for command, shown in blocks(page, "output"):
            yield pytest.param(command, shown, id=f"{name(page)}: {command}")


def named_commands(path: Path) -> Iterator[str]:
    """The command lines of the program in the code blocks and the inline code of a page."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for block in _FENCE.findall(text) for line in block.split("\n")]
    lines += _INLINE_CODE.findall(_FENCE.sub("", text))
    for line in lines:
        yield from _COMMAND.findall(line)


def has_its_options(command: str) -> bool:
    """Whether a command line names a command that exists, and only options that this command has."""
    words = re.split(r"\s+", re.split(r"[|;&<>#`]", command)[0].strip())[1:]
    options = [word.partition("=")[0] for word in words if re.match(r"--?[a-zA-Z0]", word)]
    words = [word for word in re.sub(r"--lang[ =]\w+", "", " ".join(words)).split() if word[0] != "-"]
    words = words[1:] if words[:1] == ["help"] else words  # help COMMAND
    called = next((name for name in (" ".join(words[:2]), "".join(words[:1])) if name in COMMANDS), None)
    if called is None:
        return not words or not re.fullmatch("[a-z]+", words[0])
    known = {"--help", "-h"}
    for option in list_options(COMMANDS[called]):
        known |= {f"--{option.name}", option.short}
    return known.issuperset(options)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    lost = []
    for link in _LINK.findall(text):
        target, _, anchor = link.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        path = (page.parent / target).resolve() if target else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize(("command", "shown"), list(outputs()))
def test_shown_output_is_what_the_program_prints(command: str, shown: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "policytext"
    done = run_program(*arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, shown), done.stderr


def test_options_named_with_a_command_are_options_of_it() -> None:
    wrong = [
        f"{name(page)}: {command}"
        for page in USER_PAGES
        for command in named_commands(page)
        if not has_its_options(command)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("command", "right"),
    [
        pytest.param("outline plan.txt --depth 2 -o a.json", True, id="long and short"),
        pytest.param("outline plan.txt --status target", False, id="an option of another command"),
        pytest.param("outline plan.txt --dept=2", False, id="a misspelt option with its value"),
        pytest.param("rules list --format tsv", True, id="a command of two words"),
        pytest.param("rules schema --format json", False, id="a command without formats"),
        pytest.param("--lang en rules list", True, id="the language before the command"),
        pytest.param("outlin plan.txt", False, id="a misspelt command"),
        pytest.param("COMMAND --help", True, id="a placeholder"),
        pytest.param("help rules try", True, id="help for a command"),
        pytest.param("help rulez", False, id="help for a misspelt command"),
        pytest.param("lint a.txt | grep --count x", True, id="options of the next program"),
    ],
)
def test_an_option_is_looked_up_in_its_command(command: str, right: bool) -> None:
    assert has_its_options(f"policytext {command}") is right


def test_both_readmes_have_the_same_commands_and_show_the_same_outputs() -> None:
    english, chinese = (ROOT / twin for twin in TWINS)
    for kind in ("ci", "output"):
        assert blocks(english, kind) == blocks(chinese, kind)
    assert [what for what, _ in blocks(english, "ci")] == ["setup", "tests"]


def test_the_cost_of_a_terabyte_is_computed_from_the_measured_figures() -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from scale import HERE, PAGE, format_page
    finally:
        sys.path.pop(0)
    assert PAGE.read_text(encoding="utf-8") == format_page(
        json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    )


def test_the_page_of_fields_is_what_the_tables_say() -> None:
    from policytext.formats.fields.reference import format_reference

    page = ROOT / "docs" / "fields.md"
    hint = "python -m policytext.formats.fields.reference > docs/fields.md"
    assert page.read_text(encoding="utf-8") == format_reference(), hint


def test_the_tables_of_a_corpus_are_described_with_all_their_columns() -> None:
    from policytext.corpus.tables import TABLES
    from policytext.formats.fields import load_record_type

    text = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    for name, table in TABLES.items():
        columns = " ".join(f"`{column}`" for column, _ in table.columns)
        if table.records:
            record_type = load_record_type(table.records)
            columns = (
                f"`path` and [these fields](fields.md#{record_type.english.lower()}--{record_type.chinese})"
            )
        assert re.search(rf"^\| `{name}` \| [^|]+ \| {re.escape(columns)}[ ;|]", text, re.M), name


def test_the_tables_of_settings_are_made_from_the_options() -> None:
    from policytext.cli.settings_page import fill_page, page_language

    pages = [
        path
        for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
        if "<!-- options -->" in path.read_text("utf-8")
    ]
    assert sorted(map(page_language, pages)) == ["en", "zh"]
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert text == fill_page(text, page_language(path)), "run python -m policytext.cli.settings_page"
