"""What `import policytext` promises: functions for one text, and `analyse` for all answers together."""

from pathlib import Path
from typing import Any

import pytest

import policytext

TEXT = """临河市托育服务计划
一、发展目标
到2030年，入托率达到60%以上。
二、重点任务
推进一网通办，实现系统叠代升级。
"""
FUNCTIONS = ("parse", "outline", "domains", "targets", "lint", "stats")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file `plan.txt` in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.usefixtures("plan")
def test_a_file_name_in_place_of_a_text_is_reported(name: str) -> None:
    with pytest.raises(policytext.ReadError) as fault:
        getattr(policytext, name)("plan.txt")
    assert str(fault.value) == (
        "plan.txt: the name of a file, not its text (pass policytext.read('plan.txt'))"
    )


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("other.txt", id="no file has this name"),
        pytest.param(".", id="a folder is no file"),
        pytest.param("plan.txt\n", id="a line break makes it a text"),
        pytest.param("", id="nothing at all"),
        pytest.param("plan.txt\0", id="a null character, which no path has"),
        pytest.param("\ud800", id="a lone surrogate, which no path has"),
        pytest.param("规" * 5000, id="longer than any path"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_other_strings_are_texts(name: str, text: str) -> None:
    getattr(policytext, name)(text)


def test_a_path_is_always_a_file(tmp_path: Path) -> None:
    with pytest.raises(policytext.ReadError, match="no such file"):
        policytext.analyse(tmp_path / "gone.txt")


def test_a_string_is_a_file_where_one_has_that_name(plan: Path) -> None:
    titles = [policytext.analyse(text).document.title for text in ("plan.txt", plan, TEXT)]
    assert titles == ["临河市托育服务计划"] * 3
    assert policytext.analyse("gone.txt").document.source.text == "gone.txt"


def test_an_analysis_answers_as_the_functions_do() -> None:
    analysis = policytext.analyse(TEXT)
    assert analysis.passages == policytext.domains(TEXT)
    assert analysis.targets == policytext.targets(TEXT)
    assert analysis.findings == policytext.lint(TEXT)
    assert analysis.statistics == policytext.stats(TEXT)
    assert [section.address for section in analysis.sections] == [
        section.address for section in policytext.outline(TEXT)
    ]


def test_each_answer_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from policytext import extractor, outliner
    from policytext.classifier import passages
    from policytext.linter import engine
    from policytext.statistics import counts

    calls: list[str] = []

    def count(module: Any, name: str) -> None:
        function = getattr(module, name)

        def counted(*given: Any, **named: Any) -> Any:
            calls.append(name)
            return function(*given, **named)

        monkeypatch.setattr(module, name, counted)

    count(outliner, "parse")
    count(passages, "classify_passages")
    count(passages, "classify_sections")
    count(extractor, "extract_targets")
    count(engine, "find_findings")
    count(counts, "count_document")
    analysis = policytext.analyse(TEXT)
    assert calls == ["parse"]
    for _ in range(2):
        assert analysis.sections
        assert analysis.indicators
        assert analysis.measures
        assert analysis.passages
        assert analysis.findings
        assert analysis.statistics.sentences
        assert analysis.rows("findings")
        assert analysis._repr_html_()
    assert sorted(calls) == sorted(
        [
            "parse",
            "classify_passages",
            "classify_sections",
            "extract_targets",
            "find_findings",
            "count_document",
        ]
    )


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("sections", {"level", "title", "start", "domain", "address"}),
        ("indicators", {"indicator", "value", "date", "start", "line"}),
        ("measures", {"verb", "object", "actor", "start", "line"}),
        ("passages", {"domain", "text", "terms", "start", "line"}),
        ("findings", {"rule", "severity", "message", "fix", "start", "line"}),
        ("statistics", {"characters", "sentences", "top_terms", "findings"}),
    ],
)
def test_rows_are_plain_records_with_the_same_keys(kind: str, keys: set[str]) -> None:
    rows = policytext.analyse(TEXT).rows(kind)
    assert rows
    assert all(type(row) is dict and keys <= set(row) for row in rows)
    assert len({tuple(row) for row in rows}) == 1


def test_rows_hold_every_section_and_the_language_of_messages() -> None:
    analysis = policytext.analyse(TEXT)
    assert [row["marker"] for row in analysis.rows("sections")] == ["", "一、", "二、"]
    (finding,) = analysis.rows("findings", lang="en")
    assert finding["text"] == "叠代"
    assert TEXT[finding["start"] : finding["end"]] == "叠代"


def test_an_unknown_kind_of_rows_names_the_known_ones() -> None:
    with pytest.raises(
        ValueError, match="'targets'; the kinds are sections, tables, references, indicators, measures"
    ):
        policytext.analyse(TEXT).rows("targets")


@pytest.mark.parametrize("kind", ["sections", "indicators", "measures", "passages", "findings", "statistics"])
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_data_frame_takes_the_rows(library: str, kind: str) -> None:
    frames = pytest.importorskip(library)
    rows = policytext.analyse(TEXT).rows(kind)
    assert len(frames.DataFrame(rows)) == len(rows)


def test_a_notebook_shows_a_summary_with_everything_escaped() -> None:
    text = "临河市托育规划\n一、<b>目标</b>\n到2030年，<i>入托率达到60%以上。\n二、<script>alert(1)</script>\n查询帐户。\n"
    page = policytext.analyse(text)._repr_html_()
    for tag in ("<script", "<b>", "<i>"):
        assert tag not in page
    assert "<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>" in page
    assert page.count("<table>") == page.count("</table>") == 3


def test_a_notebook_shows_an_empty_text() -> None:
    assert "<table>" not in policytext.analyse("")._repr_html_()


@pytest.mark.parametrize("name", sorted(policytext.__all__))
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(policytext, name) is not None
