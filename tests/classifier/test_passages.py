"""The domains of sentences and sections: scores, priors of headings, ties; and no domain is named in the code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.classifier.passages import classify_passages, classify_sections
from policytext.model.annotations import Passage
from policytext.model.document import Section, Source
from policytext.outliner import parse
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument
from tests.helpers import ROOT

# Two made-up domains, so that no case depends on the built-in packs.
PACK = """\
policytext: 1
pack: harbour
domains:
  - id: ships
    title: 船
    description: 船只。
    terms: {3: [轮船], 2: [渡船, 帆], 1: [航行, 锚], 0: [水]}
    topics:
      - {id: big, title: 大船, terms: {2: [货轮]}}
    unless: [帆布]
    tests: [买轮船。 => ships, 买帆布。 => none]
  - id: trains
    title: 车
    description: 火车。
    terms: {3: [火车], 2: [铁轨], 1: [车站, 航行]}
    threshold: 3
    tests: [坐火车。 => trains, 走路。 => none]
  - id: rest
    title: 其余
    description: 都不是。
    background: yes
    terms: {3: [罚则, 火车头牌], 0: [轮船公司]}
    tests: [火车头牌暖瓶。 => none, 坐火车。 => trains]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    path = tmp_path_factory.mktemp("packs") / "harbour.yaml"
    path.write_text(PACK, encoding="utf-8")
    loaded, faults = load_rules([str(path)], builtin=False)
    assert faults == ()
    return loaded


def classify(text: str, book: Rulebook) -> tuple[PreparedDocument, tuple[Passage, ...]]:
    prepared = PreparedDocument(parse(Source(text=text)))
    return prepared, classify_passages(prepared, book)


@pytest.mark.parametrize(
    ("sentence", "domain", "score", "margin"),
    [
        pytest.param("买轮船。", "ships", 3, 3, id="one term that names it"),
        pytest.param("抛锚。", None, 1, 1, id="one weak term is thin"),
        pytest.param("锚和锚。", None, 1, 1, id="the same term twice is one"),
        pytest.param("航行抛锚。", None, 1.5, 0.5, id="two weak terms are thin"),
        pytest.param("轮船抛锚。", "ships", 3.5, 3.5, id="what stands beside the heaviest counts half"),
        pytest.param("渡船靠铁轨。", None, 2, 0, id="tied"),
        pytest.param("铺铁轨。", None, 2, 2, id="below a threshold of its own"),
        pytest.param("轮船靠铁轨。", "ships", 3, 1, id="the heavier wins"),
        pytest.param("买帆布。", None, 0, 0, id="a longer phrase that cancels"),
        pytest.param("喝水。", None, 0, 0, id="a term that is only counted"),
        pytest.param("买火车头牌的暖瓶。", None, 3, 3, id="a longer term of a background wins"),
        pytest.param("轮船公司招人。", None, 0, 0, id="one without weight only hides"),
        pytest.param("採購國際輪船。", "ships", 3, 3, id="a rule in Simplified, a text in Traditional"),
        pytest.param("走路。", None, 0, 0, id="nothing"),
    ],
)
def test_a_sentence(sentence: str, domain: str | None, score: float, margin: float, book: Rulebook) -> None:
    _, (passage,) = classify(sentence, book)
    assert (passage.domain, passage.score, passage.margin) == (domain, score, margin)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、轮船\n抛锚。走路。\n二、其他\n抛锚。\n",
            ["ships", "ships", None, None, None],
            id="the heading of a section helps weak evidence below it, and not no evidence",
        ),
        pytest.param(
            "一、轮船\n（一）火车\n有车站。抛锚。\n（二）其他\n抛锚。\n",
            ["ships", "trains", None, None, None, "ships"],
            id="the nearest heading that names one",
        ),
        pytest.param(
            "一、渡船\n铁轨旁的锚。\n",
            ["ships", "ships"],
            id="what is too little for a domain contests no prior",
        ),
        pytest.param("一、渡船\n火车旁的渡船。\n", ["ships", None], id="a prior that makes a tie"),
        pytest.param(
            "一、轮船。抛锚。走。\n二、渡船。走路。\n",
            ["ships", "ships", "ships", "ships", "ships"],
            id="a run-in heading speaks for its paragraph",
        ),
        pytest.param(
            "买轮船。走路。\n走路。坐火车。走路。\n",
            ["ships", "ships", None, "trains", None],
            id="so does a short sentence that opens a paragraph",
        ),
        pytest.param(
            "轮船条例\n第一章 总则\n第一条 走路。\n第二条 坐火车。\n第三条 走路。\n",
            ["ships", None, "ships", "trains", "ships"],
            id="the title of a statute speaks for its articles",
        ),
        pytest.param(
            "轮船条例\n第一章 罚则\n第一条 走路。\n第二条 锚。\n第二章 总则\n第三条 走路。\n",
            ["ships", None, None, None, None, "ships"],
            id="not beyond a heading that names a background",
        ),
        pytest.param(
            "一、要点\n买轮船。一是走路。二是坐火车。\n三、其他\n走路。\n",
            [None, "ships", "ships", "trains", None, None],
            id="an opening speaks for the items of its paragraph",
        ),
        pytest.param(
            "第一条 轮船应当做到：\n（一）走路；\n（二）坐火车。\n第二条 走路。\n",
            ["ships", "ships", "trains", None],
            id="a sentence that announces a list speaks for its items",
        ),
        pytest.param(
            "关于发展轮船的意见\n\n抓好落实。\n",
            ["ships", "ships"],
            id="a title that names a domain speaks for an open sentence",
        ),
        pytest.param(
            "锚地条例\n第一条 走路。\n第二条 抛锚。\n",
            [None, None, "ships"],
            id="a weak word that is the subject of a title needs a word in the sentence",
        ),
        pytest.param(
            "新渡船下月开航\n\n渡船载客。\n走路。\n",
            [None, "ships", None],
            id="the first line of a release leans like a far heading",
        ),
        pytest.param(
            "轮船条例\n（此件公开发布）\n第一条\n│编号│类别│\n第二条 走路。\n",
            ["ships", None, None, None, "ships"],
            id="a note in brackets, an article's number and a line of a table say nothing",
        ),
    ],
)
def test_headings_are_priors(text: str, expected: list[str | None], book: Rulebook) -> None:
    _, passages = classify(text, book)
    assert [passage.domain for passage in passages] == expected


def test_the_evidence_is_quoted(book: Rulebook) -> None:
    text = "一、轮船\n货轮抛锚，喝水。\n"
    prepared, passages = classify(text, book)
    last = passages[-1]
    assert [(term.text, term.weight, term.domain) for term in last.terms] == [
        ("货轮", 2, "ships"),
        ("锚", 1, "ships"),
    ]
    assert (last.score, last.topic, last.prior, last.address) == (4, "big", "ships", "一、")
    assert all(prepared.document.source[term.span] == term.text for term in last.terms)


def test_without_a_decision_all_evidence_is_shown(book: Rulebook) -> None:
    _, (passage,) = classify("渡船靠铁轨。", book)
    assert [(term.text, term.domain) for term in passage.terms] == [("渡船", "ships"), ("铁轨", "trains")]


def flat(sections: tuple[Section, ...]) -> list[str | None]:
    return [subsection.domain for section in sections for subsection in section.walk()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、轮船\n走路走路走路走路。\n二、火车\n走路。\n", ["ships", "trains"], id="by its title"
        ),
        pytest.param("一、总则\n买轮船。走。\n二、附则\n走路。\n", ["ships", None], id="by most of its text"),
        pytest.param(
            "一、总则\n买轮船。\n走路走路走路走路走路走路走路走路走路。\n二、附则\n走路。\n",
            [None, None],
            id="too little of it",
        ),
        pytest.param(
            "一、总则\n买轮船。坐火车。\n二、附则\n走路。\n", [None, None], id="of two things alike"
        ),
        pytest.param(
            "一、总则\n（一）轮船\n走。\n（二）火车\n走。\n二、附则\n走路。\n",
            [None, "ships", "trains", None],
            id="those below may differ",
        ),
    ],
)
def test_a_section(text: str, expected: list[str | None], book: Rulebook) -> None:
    prepared, passages = classify(text, book)
    assert flat(classify_sections(prepared.document.sections, passages)) == expected


@given(st.text(alphabet="轮船火车锚铁轨帆布一二、（）。；\n 第条12，", max_size=120))
def test_laws(text: str) -> None:
    prepared, passages = classify(text, load_rules()[0])
    end = 0
    for passage in passages:
        assert prepared.document.source[passage.span] == passage.text
        assert passage.span.start >= end
        end = passage.span.end
        for term in passage.terms:
            assert prepared.document.source[term.span] == term.text
    again = classify_sections(prepared.document.sections, passages)
    assert [subsection.address for section in again for subsection in section.walk()] == [
        subsection.address for subsection in prepared.document.walk()
    ]


def test_no_code_knows_a_domain_by_name() -> None:
    names = ("government", "social", "urban-rural", "digital-life")
    known = [
        f"{path.name}: {name}"
        for path in (ROOT / "policytext").rglob("*.py")
        for name in names
        if f'"{name}"'
        in "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if ">>>" not in line)
    ]
    assert known == []
