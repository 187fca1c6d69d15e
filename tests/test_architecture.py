"""The architecture: imports go down, each third party has one import point, and no file grows too large to read."""

import ast
import os
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from tests.helpers import ROOT, run_python

PACKAGE = ROOT / "policytext"

# From the bottom up. A package may import from the layers below it, never from its neighbours in the same layer:
# a format imports no analyser, an analyser no reader. A part of a package may have a layer of its own.
LAYERS = (
    ("messages", "model", "digests", "version"),
    ("errors", "disk_cache", "worker_process"),
    ("text", "file_writer", "workers"),
    ("tokenizer",),
    ("typos",),
    ("docx", "outliner", "formats", "rulebook", "linter/checks"),
    ("readers", "classifier", "linter", "extractor", "statistics", "notebook"),
    ("pipeline",),
    ("corpus", "api"),
    ("cli",),
    ("__main__",),
)

# Where each third party may be imported, as prefixes of module paths. No entry: nowhere.
IMPORT_POINTS = {
    "ahocorasick_rs": ("rulebook/",),
    "markdown_it": ("text/markdown_blocks",),
    "openpyxl": ("formats/xlsx", "readers/workbooks"),
    "numpy": ("typos/",),
    "matplotlib": ("statistics/plots",),
    "opencc": ("text/script",),
    "pathspec": ("readers/ignore_files",),
    "jieba": ("tokenizer/dictionary",),
    "rjieba": ("tokenizer/rjieba_engine",),
    "pyarrow": ("corpus/arrow", "corpus/tables"),
    "duckdb": ("corpus/queries",),
    "distributed": ("corpus/dask_engine",),
    "fsspec": ("corpus/streams",),
    "rich": (
        "cli/corpus/_progress",
        "formats/tree",
        "formats/full",
        "formats/_rules_table",
        "formats/_hits_table",
        "formats/_domain_list",
        "formats/table",
        "formats/_coverage",
        "formats/_styles",
        "formats/_stats",
    ),
    "pypdfium2": ("readers/pdf",),
    "trafilatura": ("readers/html",),
    "typer": ("cli/",),
    "yaml": ("rulebook/",),
}

# What the start-up path must never load.
HEAVY = ("rich", "jieba", "opencc", "yaml")

LONGEST_FILE = 300  # lines
LONGEST_TEST_FILE = 400
LONGEST_FUNCTION = 60  # lines

# The public API imports every package, but only when a name is used; no module imports anything from it.
PUBLIC_API = "__init__"

_LAYER_OF = {package: layer for layer, packages in enumerate(LAYERS) for package in packages}
_SKIPPED = {"build", "dist", "__pycache__"}
# Places that exist on one machine only.
_ELSEWHERE = re.compile(r"(?<![\w.])/(?:work|home|Users|root)/|[A-Z]:\\Users\\")
_WRITTEN = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".cff", ".cfg", ".json", ".tsv", ""}


def modules() -> list[str]:
    """Every module of the package, as a path without its ending: ``formats/tree``."""
    return sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))


def package(module: str) -> str:
    """The longest entry of `LAYERS` that holds `module`, or its first folder."""
    parts = module.split("/")
    prefixes = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((prefix for prefix in prefixes if prefix in _LAYER_OF), parts[0])


def imports(module: str) -> Iterator[str]:
    """What a module imports, at its top or inside a function, in dotted form."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
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
        if module == PUBLIC_API:
            return None
        here, target = package(module), package(rest.replace(".", "/"))
        if target not in _LAYER_OF:
            return f"{target} has no layer"
        if target != here and _LAYER_OF[target] >= _LAYER_OF[here] and not here.startswith(f"{target}/"):
            return f"{here} imports {target}, which is not below it"
    # A name of the next Python's standard library is in nobody's list yet; all of them begin so.
    elif top not in sys.stdlib_module_names and not top.startswith("_"):
        if top not in IMPORT_POINTS:
            return f"{top} has no import point"
        if not module.startswith(IMPORT_POINTS[top]):
            return f"{top} may be imported only in {', '.join(IMPORT_POINTS[top])}"
    return None


def import_graph() -> dict[str, set[str]]:
    """The modules that each module imports; ``formats/__init__`` stands for its package."""
    known = set(modules())

    def resolve(name: str) -> str:
        parts = name.split(".")[1:]
        for length in range(len(parts), 0, -1):
            path = "/".join(parts[:length])
            if found := {path, f"{path}/__init__"} & known:
                return found.pop()
        return PUBLIC_API

    return {
        module: {resolve(name) for name in imports(module) if name.split(".")[0] == "policytext"} - {module}
        for module in known
    }


def circles(graph: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The modules that import each other, directly or through others."""
    left = {module: set(targets) for module, targets in graph.items()}
    # What imports nothing that is left, or is imported by nothing that is left, stands in no circle.
    while True:
        imported = set().union(*left.values())
        free = {
            module for module, targets in left.items() if not targets & left.keys() or module not in imported
        }
        if not free:
            break
        left = {module: targets - free for module, targets in left.items() if module not in free}
    return sorted([module, *sorted(targets & left.keys())] for module, targets in left.items())


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
    done = run_python(code, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stderr.strip()


@pytest.mark.parametrize("module", modules())
def test_each_module_has_a_layer(module: str) -> None:
    assert module == PUBLIC_API or package(module) in _LAYER_OF, f"give {package(module)} a layer in LAYERS"


@pytest.mark.parametrize("module", modules())
def test_imports_go_down_and_third_parties_have_one_import_point(module: str) -> None:
    assert [fault for name in imports(module) if (fault := faults(module, name))] == []


@pytest.mark.parametrize(
    ("module", "name"),
    [
        pytest.param("formats/json", "policytext.outliner.parse", id="a format never imports an analyser"),
        pytest.param("formats/tree", "policytext.readers.read", id="a format never imports an input"),
        pytest.param(
            "outliner/tree", "policytext.readers.read", id="packages of one layer don't import each other"
        ),
        pytest.param(
            "model/document",
            "policytext.errors.ReadError",
            id="a module of a lower layer imports from a higher one",
        ),
        pytest.param("cli/app", "rich.console.Console", id="rich outside its import points"),
        pytest.param("text/hanzi", "opencc.OpenCC", id="opencc outside its import point"),
        pytest.param("outliner/tree", "jieba", id="a third party that has no import point"),
        pytest.param("cli/app", "policytext.parse", id="the public API from inside"),
    ],
)
def test_a_forbidden_import_is_noticed(module: str, name: str) -> None:
    assert faults(module, name)


def test_no_modules_import_each_other() -> None:
    assert circles(import_graph()) == []


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        pytest.param({"a": ["b"], "b": ["a"]}, [["a", "b"], ["b", "a"]], id="two modules"),
        pytest.param(
            {"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": [], "e": ["a"]},
            [["a", "b"], ["b", "c"], ["c", "a"]],
            id="three modules, beside others that are in no circle",
        ),
        pytest.param({"a": ["b", "c"], "b": ["c"], "c": []}, [], id="two ways to one module are no circle"),
    ],
)
def test_a_circle_is_noticed(graph: dict[str, list[str]], expected: list[list[str]]) -> None:
    assert circles(graph) == expected


@pytest.mark.parametrize(
    "path", [PACKAGE, ROOT / "tests", ROOT / "benchmarks"], ids=lambda path: str(path.name)
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


def test_importing_the_public_api_loads_nothing_heavy() -> None:
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


def test_the_architecture_page_shows_these_layers() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ((?:`[\w/]+`(?:, )?)+) \|$", text, re.M)
    shown = {int(number): tuple(re.findall(r"`([\w/]+)`", names)) for number, names in rows}
    assert shown == dict(enumerate(LAYERS))
