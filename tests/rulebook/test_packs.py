"""Packs together: where they lie, which wins, and what is reported."""

import os
from pathlib import Path

import pytest

from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.packs import load_rules
from policytext.text import builtin_rules
from tests.rulebook.rulehelp import HEAD, pack_text


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_same_name_twice_names_both_places(tmp_path: Path) -> None:
    one = write(tmp_path, "one.yaml", pack_text("印度"))
    two = write(tmp_path, "two.yaml", pack_text("越南"))
    book, faults = load_rules([one, two], builtin=False)
    line = 5
    assert [fault.render("zh") for fault in faults] == [
        f"{two}:{line}: {one}:{line} 中已有规则“test/one”（请换一个名称；如需替换，请写 override: yes）"
    ]
    assert [fault.render("en") for fault in faults] == [
        f'{two}:{line}: the rule "test/one" is already in {one}:{line} '
        "(rename it, or write override: yes to replace that one)"
    ]
    assert [hit.text for hit in match(book, make_subject("印度和越南"))] == ["印度"]


def test_the_same_name_twice_in_one_pack_even_with_override(tmp_path: Path) -> None:
    text = pack_text("印度", rule="override: yes")
    twice = text + text[text.index("  - id") :].replace("印度", "越南")
    book, faults = load_rules([write(tmp_path, "one.yaml", twice)], builtin=False)
    assert [fault.code for fault in faults] == ["rule-same-name"]
    assert len(book) == 1


def test_override_replaces_an_earlier_rule(tmp_path: Path) -> None:
    one = write(tmp_path, "one.yaml", pack_text("印度"))
    two = write(tmp_path, "two.yaml", pack_text("越南", rule="override: yes"))
    book, faults = load_rules([one, two], builtin=False)
    assert (faults, book.hints) == ((), ())
    assert [hit.text for hit in match(book, make_subject("印度和越南"))] == ["越南"]


def test_override_of_nothing_is_hinted(tmp_path: Path) -> None:
    book, faults = load_rules(
        [write(tmp_path, "one.yaml", pack_text("印度", rule="override: yes"))], builtin=False
    )
    assert (faults, [hint.code for hint in book.hints]) == ((), ["rule-override-nothing"])


@pytest.mark.parametrize(
    ("off", "hits", "hints"),
    [
        pytest.param("test/one", [], [], id="by name"),
        pytest.param("test", [], [], id="by family"),
        pytest.param("lint", [], [], id="by kind"),
        pytest.param("test/won", ["印度"], ["rule-off-unknown-near"], id="misspelt"),
        pytest.param("digital", ["印度"], ["rule-off-unknown"], id="unknown"),
    ],
)
def test_off(tmp_path: Path, off: str, hits: list[str], hints: list[str]) -> None:
    one = write(tmp_path, "one.yaml", pack_text("印度"))
    two = write(tmp_path, "two.yaml", HEAD + f"off: [{off}]\n")
    book, faults = load_rules([one, two], builtin=False)
    assert (faults, [hint.code for hint in book.hints]) == ((), hints)
    assert [hit.text for hit in match(book, make_subject("印度"))] == hits
    assert [hit.text for hit in match(book, make_subject("印度"), {"test/one"})] == ["印度"]


def test_all_domains_can_be_replaced_by_ones_own(tmp_path: Path) -> None:
    text = HEAD + (
        "off: [domains]\ndomains:\n  - id: water\n    title: 水利\n    description: 河湖\n"
        "    terms: {3: [河长制]}\n    tests: [推行河长制。 => water, 推进一网通办。 => none]\n"
    )
    book, faults = load_rules([write(tmp_path, "water.yaml", text)])
    assert faults == ()
    assert [domain.id for domain in book.domains if domain.enabled] == ["water"]
    assert [hit.rule for hit in match(book, make_subject("推行河长制和一网通办"))] == ["water"]


def test_lists_of_two_packs_are_joined(tmp_path: Path) -> None:
    one = write(tmp_path, "one.yaml", HEAD + 'lists: {words: [甲, 乙], table: {"%": 率, 人: 数}}\n')
    two = write(tmp_path, "two.yaml", HEAD + "lists: {words: [乙, 丙], table: {人: 量}}\n")
    book, faults = load_rules([one, two], builtin=False)
    assert faults == ()
    assert book.lists == {"words": ("甲", "乙", "丙"), "table": {"%": "率", "人": "量"}}


def test_old_names_and_families_select(tmp_path: Path) -> None:
    text = pack_text("印度", rule="aliases: [test/former]")
    book, _ = load_rules([write(tmp_path, "one.yaml", text)], builtin=False)
    assert book.select(["test/former"]) == book.select(["test"]) == book.select(["test/one"]) == {"test/one"}
    assert book.select(["tes"]) == frozenset()


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b/two.yaml", pack_text("甲", name="test/two"))
    write(tmp_path, "a.yml", pack_text("乙", name="test/one"))
    write(tmp_path, ".hidden/three.yaml", pack_text("丙", name="test/three"))
    write(tmp_path, "notes.txt", "no rules")
    book, faults = load_rules([str(tmp_path)], builtin=False)
    assert (book.ids, faults) == (["test/one", "test/two"], ())


def test_what_cannot_be_read_is_reported_and_the_rest_runs(tmp_path: Path) -> None:
    good = write(tmp_path, "good.yaml", pack_text("印度"))
    latin = tmp_path / "gbk.yaml"
    latin.write_bytes("policytext: 1\npack: 规则\n".encode("gb18030"))
    (tmp_path / "empty").mkdir()
    missing = str(tmp_path / "none.yaml")
    book, faults = load_rules([missing, str(latin), str(tmp_path / "empty"), good], builtin=False)
    assert {fault.render("en") for fault in faults} == {
        f"{missing}: no such file (check the name)",
        f"{latin}:2: a rule file must be saved as UTF-8",
        f"{tmp_path / 'empty'}: no rule files (*.yaml) in this folder",
    }
    assert book.ids == ["test/one"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that can't be read")
def test_an_unreadable_folder(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o000)
    _, faults = load_rules([str(folder)], builtin=False)
    folder.chmod(0o700)
    assert [fault.code for fault in faults] == ["rule-unreadable"]


def test_an_unreadable_folder_whoever_runs_this(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    book, faults = load_rules([str(tmp_path)], builtin=False)
    assert [fault.render("zh") for fault in faults] == [f"{tmp_path}: 无法读取规则（Permission denied）"]
    assert len(book) == 0


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + pack_text("印度").encode())
    assert load_rules([str(path)], builtin=False)[1] == ()


def test_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "crlf.yaml"
    path.write_bytes(pack_text("印度").replace("\n", "\r\n").encode())
    assert load_rules([str(path)], builtin=False)[1] == ()


def test_builtin_packs_lie_beside_a_checkout_or_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "site" / "policytext" / "text" / "builtin_rules.py"
    (tmp_path / "site" / "rules").mkdir(parents=True)
    monkeypatch.setattr(builtin_rules, "__file__", str(module))
    assert builtin_rules.find_builtin_folder() is None
    (tmp_path / "site" / "pyproject.toml").touch()
    assert builtin_rules.find_builtin_folder() == str(tmp_path / "site" / "rules")
    inside = tmp_path / "site" / "policytext" / "rules"
    inside.mkdir(parents=True)
    assert builtin_rules.find_builtin_folder() == str(inside)
