"""The house holds: imports go down, each third party has one door, and no room grows too large to read."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "policytext"

# From the ground up. A room may import from the floors below it, never from its neighbours on the same floor:
# a format knows no analyser, an analyser no input.
FLOORS = (
    ("messages", "model"),
    ("marks", "tallies"),
    ("errors", "caching"),
    ("text", "fixing", "typos"),
    ("reading", "outlining", "formats", "rulebook", "checks", "words"),
    ("regions",),
    ("classifying", "linting", "suppressing", "extraction", "counting", "plotting", "writing"),
    ("proving", "corpus"),
    ("configuration",),
    ("settings",),
    ("cli",),
    ("__main__",),
)

# Where each third party may be imported, as prefixes of module paths. No entry: nowhere.
DOORS = {
    "ahocorasick_rs": ("rulebook/",),
    "openpyxl": ("formats/xlsx",),
    "numpy": ("typos/",),
    "matplotlib": ("plotting",),
    "opencc": ("text/script",),
    "pathspec": ("reading/ignoring",),
    "jieba": ("words/lexicon",),
    "rjieba": ("words/rapid",),
    "pyarrow": ("corpus/arrow", "corpus/tables"),
    "duckdb": ("corpus/querying",),
    "distributed": ("corpus/cluster",),
    "fsspec": ("corpus/streams",),
    "rich": (
        "cli/corpus/_progress",
        "formats/tree",
        "formats/full",
        "formats/table",
        "formats/_coverage",
        "formats/_painting",
        "formats/_stats",
    ),
    "pypdfium2": ("reading/pdf",),
    "trafilatura": ("reading/html",),
    "typer": ("cli/",),
    "yaml": ("rulebook/",),
}

# What the start-up path must never load.
HEAVY = ("rich", "jieba", "opencc", "yaml")

LONGEST_FILE = 300  # lines
LONGEST_TEST_FILE = 400
LONGEST_FUNCTION = 60  # lines

# The face imports every room, but only when a name is asked for; from inside only this may be asked of it.
FACE, FROM_THE_FACE = "__init__", {"__version__"}

_FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
_SKIPPED = {"build", "dist", "__pycache__"}
# Places that exist on one machine only.
_ELSEWHERE = re.compile(r"(?<![\w.])/(?:work|home|Users|root)/|[A-Z]:\\Users\\")
_WRITTEN = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".cff", ".cfg", ".json", ".tsv", ""}


def modules() -> list[str]:
    """Every module of the package, as a path without its ending: ``formats/tree``."""
    return sorted(path.relative_to(HOUSE).with_suffix("").as_posix() for path in HOUSE.rglob("*.py"))


def room(module: str) -> str:
    return module.split("/", 1)[0]


def imports(module: str) -> Iterator[str]:
    """What a module imports, at its top or inside a function, in dotted form."""
    tree = ast.parse((HOUSE / f"{module}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively; say where from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults(module: str, name: str) -> str | None:
    """What is wrong with `module` importing `name`, None if nothing is."""
    top, _, rest = name.partition(".")
    if top == "policytext":
        if module == FACE:
            return None
        target = rest.split(".", 1)[0]
        if target in FROM_THE_FACE:
            return None
        here = room(module)
        if target not in _FLOOR_OF:
            return f"{target} has no floor"
        if target != here and _FLOOR_OF[target] >= _FLOOR_OF[here]:
            return f"{here} imports {target}, which is not below it"
    # A name of the next Python's standard library is in nobody's list yet; all of them begin so.
    elif top not in sys.stdlib_module_names and not top.startswith("_"):
        if top not in DOORS:
            return f"{top} has no door"
        if not module.startswith(DOORS[top]):
            return f"{top} may be imported only in {', '.join(DOORS[top])}"
    return None


def written() -> Iterator[Path]:
    """Every file that somebody wrote here, hidden folders but those of continuous integration left out."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [
            name for name in below if name not in _SKIPPED and (not name.startswith(".") or name == ".ci")
        ]
        # In a linked worktree .git is a file, which git wrote.
        yield from (Path(folder, name) for name in names if Path(name).suffix in _WRITTEN and name != ".git")


def python(code: str, *arguments: str) -> str:
    """What a fresh interpreter writes to standard error."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POLICYTEXT_")}
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**environment, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stderr.strip()


@pytest.mark.parametrize("module", modules())
def test_each_module_has_a_floor(module: str) -> None:
    assert module == FACE or room(module) in _FLOOR_OF, f"give {room(module)} a floor in FLOORS"


@pytest.mark.parametrize("module", modules())
def test_imports_go_down_and_third_parties_come_by_their_door(module: str) -> None:
    assert [fault for name in imports(module) if (fault := faults(module, name))] == []


@pytest.mark.parametrize(
    ("module", "name"),
    [
        pytest.param("formats/json", "policytext.outliner.parse", id="a format never imports an analyser"),
        pytest.param("formats/tree", "policytext.readers.read", id="a format never imports an input"),
        pytest.param("outlining/tree", "policytext.readers.read", id="neighbours don't know each other"),
        pytest.param("model", "policytext.errors.ReadError", id="upwards"),
        pytest.param("cli/app", "rich.console.Console", id="rich beside its door"),
        pytest.param("text/hanzi", "opencc.OpenCC", id="opencc beside its door"),
        pytest.param("outlining/tree", "jieba", id="a third party that has no door"),
        pytest.param("cli/app", "policytext.parse", id="the face from inside"),
    ],
)
def test_the_floors_would_tell(module: str, name: str) -> None:
    assert faults(module, name)


@pytest.mark.parametrize(
    "path", [HOUSE, ROOT / "tests", ROOT / "benchmarks"], ids=lambda path: str(path.name)
)
def test_no_file_or_function_too_long_to_read(path: Path) -> None:
    long = []
    for file in path.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if text.count("\n") > (LONGEST_TEST_FILE if path.name == "tests" else LONGEST_FILE):
            long.append(f"{file.relative_to(ROOT)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long.append(f"{file.relative_to(ROOT)}:{node.lineno}: {node.name} has {lines} lines")
    assert long == []


def test_no_file_points_at_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
        if _ELSEWHERE.search(line)
    ]
    assert found == []


def test_importing_the_face_loads_nothing_heavy() -> None:
    code = f"import sys, policytext; print(*[n for n in {HEAVY} if n in sys.modules], file=sys.stderr)"
    assert python(code) == ""


def test_an_outline_as_json_loads_nothing_heavy(tmp_path: Path) -> None:
    text = tmp_path / "意见.txt"
    text.write_text("關於加強資料治理的意見\n一、總體要求\n（一）指導思想。統籌推進。\n", encoding="utf-8")
    code = (
        "import sys\nfrom policytext.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit as left:\n    assert not left.code, left.code\n"
        f"print(*[n for n in {HEAVY} if n in sys.modules], file=sys.stderr)"
    )
    # The first run of all compiles the rules, and needs YAML for it.
    python(code, "outline", str(text), "--format", "json")
    assert python(code, "outline", str(text), "--format", "json") == ""
