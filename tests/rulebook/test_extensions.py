"""A domain of another pack is changed by `extends:`; each mistake has its line and its remedy."""

from pathlib import Path

import pytest

from policytext.rulebook.decisions import decide_domain, make_scheme
from policytext.rulebook.domain_writer import write_domain
from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.packs import load_builtin_rules, load_rules
from policytext.rulebook.rule_types import Domain
from policytext.rulebook.rulebook import Rulebook

HEAD = "policytext: 1\npack: {name}\n"
BASE = HEAD.format(name="base") + (
    "domains:\n"
    "  - id: water\n    title: 水利\n    description: 河湖和供水。\n"
    "    terms: {3: [河长制], 2: [灌区, '{泵站|抽水站}']}\n"
    "    topics:\n      - {id: supply, title: 供水, terms: {2: [自来水]}}\n"
    "    tests: [推行河长制。 => water, 开通热线。 => none]\n"
)


def load(folder: Path, *packs: str, base: str = BASE) -> tuple[Rulebook, list[str], list[str]]:
    """The rules of the base and of packs, each the lines below `domains:`; the faults and hints without the folder."""
    for number, text in enumerate(packs, 1):
        pack = HEAD.format(name=f"pack-{number}") + text
        (folder / f"{number}.yaml").write_text(pack, encoding="utf-8")
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    book, faults = load_rules([str(folder)], builtin=False)
    shown, hints = (
        [one.render("zh").replace(f"{folder}/", "") for one in errors] for errors in (faults, book.hints)
    )
    return book, shown, hints


def decide(book: Rulebook, text: str) -> str | None:
    return decide_domain(make_scheme(book), list(match(book, make_subject(text)))).domain


@pytest.mark.parametrize(
    ("change", "text", "domain"),
    [
        pytest.param("terms: {3: [海绵城市]}", "建设海绵城市。", "water", id="a term is added"),
        pytest.param("terms: {3: [長者院舍]}", "增建长者院舍。", "water", id="also in the other script"),
        pytest.param("terms: {3: [灌区]}", "改造灌区。", "water", id="a term is weighed differently"),
        pytest.param("terms: {1: [河长制]}", "推行河长制。", None, id="and more lightly"),
        pytest.param("remove: [河长制]", "推行河长制。", None, id="a term is removed"),
        pytest.param(
            "remove: [抽水站]\n    terms: {3: [泵站]}", "修好抽水站。", None, id="one of two forms is removed"
        ),
        pytest.param(
            "remove: [抽水站]\n    terms: {3: [泵站]}", "修好泵站。", "water", id="the other one is not"
        ),
        pytest.param(
            "unless: [河长制展览]", "参观河长制展览。", None, id="a longer phrase cancels a term of the base"
        ),
        pytest.param("threshold: 2", "改造灌区。", "water", id="the threshold is lower"),
        pytest.param(
            "topics: [{id: supply, terms: {3: [净水厂]}}]", "扩建净水厂。", "water", id="a term of a topic"
        ),
        pytest.param(
            "topics: [{id: flood, title: 防洪, terms: {3: [堤防]}}]", "加固堤防。", "water", id="a new topic"
        ),
    ],
)
def test_a_domain_is_changed(tmp_path: Path, change: str, text: str, domain: str | None) -> None:
    # The pack stands before its base: the order of the files does not matter.
    book, faults, hints = load(tmp_path, f"domains:\n  - extends: water\n    {change}\n")
    assert (faults, hints) == ([], [])
    assert decide(book, text) == domain


def test_a_weight_is_changed_inside_its_topic(tmp_path: Path) -> None:
    book, _, _ = load(tmp_path, "domains: [{extends: water, terms: {3: [自来水]}}]\n")
    (domain,) = book.domains
    assert [(p.weight, p.topic) for p in domain.finder.patterns if p.source == "自来水"] == [(3, "supply")]


@pytest.mark.parametrize(
    ("packs", "faults"),
    [
        pytest.param(
            ["domains:\n  - extends: watr\n    terms: {3: [甲乙]}\n"],
            ["1.yaml:4: 没有“watr”这个领域可以补充，是不是“water”？（已有 water 水利）"],
            id="an unknown base, misspelt",
        ),
        pytest.param(
            ["domains:\n  - extends: forest\n    terms: {3: [甲乙]}\n"],
            ["1.yaml:4: 没有“forest”这个领域可以补充（已有 water 水利；新的领域请写 id，不写 extends）"],
            id="an unknown base",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n    remove: [河长]\n"],
            [
                "1.yaml:5: “water”中没有“河长”，无法删去，是不是“河长制”？（policytext rules show water 列出全部词语）"
            ],
            id="a term to remove that is not there, with the nearest one",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n    remove: [公路]\n"],
            ["1.yaml:5: “water”中没有“公路”，无法删去（policytext rules show water 列出全部词语）"],
            id="a term to remove that is not there",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n    terms:\n      3: [海绵城市]\n      2: [海绵城市]\n"],
            ["1.yaml:7: “海绵城市”在“water”中重复（另一处在第 6 行）"],
            id="the same term with two weights",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n    terms: {3: [灌区]}\n    remove: [灌区]\n"],
            ["1.yaml:6: “灌区”在“water”中重复（另一处在第 5 行）"],
            id="added and removed at once",
        ),
        pytest.param(
            ["domains: [{extends: water, terms: {3: [灌区]}}]\n", "domains: [{extends: water, terms: {1: [灌区]}}]\n"],
            [
                "2.yaml:3: “灌区”在 1.yaml:3 中已有另一种改法（只留一处；如需以此处为准，请写 override: yes）"
            ],
            id="two packs with two weights",
        ),
        pytest.param(
            ["domains: [{extends: water, terms: {3: [灌区]}}]\n", "domains: [{extends: water, remove: [灌区]}]\n"],
            [
                "2.yaml:3: “灌区”在 1.yaml:3 中已有另一种改法（只留一处；如需以此处为准，请写 override: yes）"
            ],
            id="one pack adds what another removes",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n"],
            ["1.yaml:4: 没有写要改“water”的什么（加词用 terms，删词用 remove，还可写 unless、threshold）"],
            id="nothing is changed",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n    topics: [{id: suply, terms: {2: [水表]}}]\n"],
            ["1.yaml:5: “water”中没有子题“suply”，是不是“supply”？（已有 supply；新的子题请写 title）"],
            id="an unknown topic",
        ),
        pytest.param(
            ["domains:\n  - extends: water\n    term: {2: [水表]}\n"],
            ["1.yaml:5: 没有“term”这个字段（是不是“terms”？）"],
            id="a misspelt key",
        ),
    ],
)  # fmt: skip
def test_a_mistake_has_its_line_and_its_remedy(tmp_path: Path, packs: list[str], faults: list[str]) -> None:
    book, found, _ = load(tmp_path, *packs)
    assert found == faults
    assert decide(book, "推行河长制。") == "water"


@pytest.mark.parametrize(
    ("packs", "hints"),
    [
        pytest.param(
            ["domains: [{extends: water, terms: {2: [灌区]}}]\n"],
            ["1.yaml:3: “water”中已有“灌区”，权重也是 2（这一项可以删去）"],
            id="the term is there with this weight",
        ),
        pytest.param(["domains: [{extends: water, terms: {3: [海绵]}}]\n"] * 2, [], id="two packs agree"),
        pytest.param(
            [
                "domains: [{extends: water, terms: {3: [灌区]}}]\n",
                "domains: [{extends: water, override: yes, terms: {1: [灌区]}}]\n",
            ],
            [],
            id="the later pack overrides",
        ),
        pytest.param(
            [
                "domains:\n  - {id: farm, title: 农业, description: 田, terms: {3: [梯田]}, tests: [梯田。 => farm, 甲。 => none]}\n"
                "  - {extends: water, terms: {2: [梯田]}}\n"
            ],
            [
                "1.yaml:5: “梯田”同时属于 water（权重 2）和 farm（权重 3），两边都计分（如只归 water，写 extends: farm 和 remove: [梯田]）"
            ],
            id="the term of another domain",
        ),
    ],
)
def test_what_may_be_a_mistake_is_hinted(tmp_path: Path, packs: list[str], hints: list[str]) -> None:
    _, faults, found = load(tmp_path, *packs)
    assert (faults, found) == ([], hints)


def test_a_domain_that_is_off_is_hinted(tmp_path: Path) -> None:
    (tmp_path / "z.yaml").write_text(HEAD.format(name="z") + "off: water\n", encoding="utf-8")
    _, faults, hints = load(tmp_path, "domains: [{extends: water, terms: {3: [海绵]}}]\n")
    assert faults == []
    assert hints == ["1.yaml:3: 领域“water”已被 off 关闭，补充的内容不起作用（请去掉 off，或删去这一项）"]


def _essence(domain: Domain) -> tuple[object, ...]:
    """A domain without the lines of its parts, and its terms in no order."""
    patterns = sorted((p.weight, p.topic, p.regex, tuple(sorted(p.literals))) for p in domain.finder.patterns)
    unless = sorted((one.inside, one.literal, one.regex) for one in domain.finder.unless)
    examples = [(example.text, example.want) for example in domain.examples]
    return patterns, unless, examples, domain.topics, domain.threshold, domain.background, domain.title


@pytest.mark.parametrize("name", ["social", "government", "urban-rural", "digital-life", "other"])
def test_a_shown_domain_can_be_read_back(tmp_path: Path, name: str) -> None:
    shown = load_builtin_rules().find_rule(name)
    assert isinstance(shown, Domain)
    path = tmp_path / "shown.yaml"
    path.write_text("\n".join(write_domain(shown, "note")), encoding="utf-8")
    book, faults = load_rules([str(path)])
    assert (faults, book.hints) == ((), ())
    again = book.find_rule(name)
    assert isinstance(again, Domain)
    assert _essence(again) == _essence(shown)


def test_a_changed_domain_can_be_read_back(tmp_path: Path) -> None:
    book, _, _ = load(
        tmp_path,
        "domains: [{extends: water, remove: [抽水站], terms: {3: [海绵]}, unless: [海绵蛋糕], threshold: 4}]\n",
    )
    (changed,) = book.domains
    (tmp_path / "back").mkdir()
    again, faults, _ = load(tmp_path / "back", base="\n".join(write_domain(changed)))
    assert faults == []
    assert _essence(again.domains[0]) == _essence(changed)
