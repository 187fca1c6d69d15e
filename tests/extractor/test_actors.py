"""Who acts in a commitment: subjects, 由, brackets and lines, headings; and what clauses promise."""

import pytest

import policytext

STATUTE = "某市养老服务条例\n\n第一章　总则\n"
HONG_KONG = "香港立法會會議過程正式紀錄 2030年3月5日\n\n教育局局長：\n"


def actors(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The verb, the actor and the supporting bodies of each commitment."""
    return [(one.verb, one.actor, one.supporting) for one in policytext.targets(text).measures]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("市民政局要高度重视，完善应急预案。", [("完善", "市民政局", ())], id="a-clause-without-a-deed-names-the-subject"),
        pytest.param("各区政府按照职责，完善应急预案。", [("完善", "各区政府", ())], id="a-phrase-stands-between"),
        pytest.param("市教育局会同市财政局、市民政局制定办法。", [("制定", "市教育局", ("市财政局", "市民政局"))], id="two-act-together"),
        pytest.param("收费标准由市教育局会同市财政局制定。", [("制定", "市教育局", ("市财政局",))], id="passive"),
        pytest.param("信访工作由街道办事处负责。", [("负责", "街道办事处", ())], id="passive-responsible"),
        pytest.param("完善应急预案，由市应急局牵头，市气象局配合。", [("完善", "市应急局", ("市气象局",))], id="clauses-of-their-own"),
        pytest.param("请各区报送清单。", [("报送", "各区", ())], id="asked"),
        pytest.param("发展改革委、教育局要加强协调。", [("加强", "发展改革委、教育局", ())], id="a-name-that-begins-like-a-deed"),
        pytest.param("市、县（市、区）人民政府要完善设施。", [("完善", "市、县（市、区）人民政府", ())], id="brackets-in-a-name"),
        pytest.param("优化空间布局，完善设施。", [("优化", None, ()), ("完善", None, ())], id="a-noun-that-ends-like-a-name"),
        pytest.param("用人单位应当完善设施，购置设备。", [], id="others-are-only-obliged"),
    ],
)  # fmt: skip
def test_subjects(text: str, wanted: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    assert actors(text) == wanted


@pytest.mark.parametrize(
    ("bracket", "actor", "supporting"),
    [
        pytest.param("（责任部门：市科委、市卫生健康委）", "市科委、市卫生健康委", (), id="label"),
        pytest.param("（市科委、市卫生健康委）", "市科委、市卫生健康委", (), id="no-label"),
        pytest.param("（主责部门：市科委；配合单位：市财政局、各区政府）", "市科委", ("市财政局", "各区政府"), id="two-labels"),
        pytest.param("（牵头单位：市科委，责任单位：市财政局）", "市科委", ("市财政局",), id="who-leads-comes-before-who-is-responsible"),
        pytest.param("（市科委牵头，市财政局等按职责分工负责）", "市科委", ("市财政局",), id="roles-behind-the-names"),
        pytest.param("（市科委、各县〔市、区〕政府分工负责）", "市科委、各县〔市、区〕政府", (), id="brackets-inside"),
        pytest.param("（见附件）", None, (), id="no-bodies"),
        pytest.param("（资料来源：市统计局）", None, (), id="a-source"),
    ],
)  # fmt: skip
def test_brackets(bracket: str, actor: str | None, supporting: tuple[str, ...]) -> None:
    for text in (f"完善应急预案。{bracket}", f"完善应急预案{bracket}。"):
        assert actors(text) == [("完善", actor, supporting)]


def test_a_line_with_a_label_counts_for_the_paragraph_above() -> None:
    assert actors("（一）完善应急预案。\n责任单位：市应急局\n（二）加强培训。\n责任单位：市人社局\n") == [
        ("完善", "市应急局", ()),
        ("加强", "市人社局", ()),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("企业应当完善设施。", [], id="a-firm-is-obliged"),
        pytest.param("养犬人应当登记，加强管理。", [], id="a-citizen-is-obliged"),
        pytest.param("市民政部门应当完善设施，加强培训。", [("完善", "市民政部门"), ("加强", "市民政部门")], id="the-state-promises"),
        pytest.param("人民法院确定期限，应当考虑下列因素。", [("考虑", "人民法院")], id="a-condition"),
        pytest.param("由公安机关责令改正，公布名单。", [], id="a-sanction"),
        pytest.param("市教育局可以设立资金，完善设施。", [], id="only-allowed"),
        pytest.param("鼓励社会力量办托。", [("鼓励", None)], id="encouraged-by-nobody-named"),
        pytest.param("证书由市民政部门颁发之。", [("颁发", "市民政部门")], id="a-pronoun-for-what-stands-before"),
    ],
)  # fmt: skip
def test_statutes(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(verb, actor) for verb, actor, _ in actors(STATUTE + text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("政府會繼續推行計劃，並加強宣傳。", [("推行", "政府"), ("加強", "政府")], id="will"),
        pytest.param("運輸署亦會檢討並完善機制。", [("檢討", "運輸署"), ("完善", "運輸署")], id="two-deeds-one-object"),
        pytest.param("政府推行計劃。", [], id="what-is-done-now"),
        pytest.param("申請人須提交文件。", [], id="others-are-obliged"),
        pytest.param("警方定必跟進個案。", [("跟進", "警方")], id="will-surely"),
        pytest.param("政府會支援長者家庭及增加托兒服務。", [("支援", "政府"), ("增加", "政府")], id="a-second-deed-behind-及"),
        pytest.param("漁護署正跟進個案，如發現違法行為將會採取行動。", [("採取", "漁護署")], id="on-a-condition"),
        pytest.param("積金局會推出措施，包括推出系統，使受託人轉移權益。", [("推出", "積金局")], id="deeds-that-are-part-of-one"),
        pytest.param("《條例》規定，證監會須給予機會。", [], id="what-a-law-provides"),
        pytest.param("會議認為，貫徹方針，推進改革。", [], id="a-judgement"),
    ],
)  # fmt: skip
def test_hong_kong(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(verb, actor) for verb, actor, _ in actors(HONG_KONG + text)] == wanted


@pytest.mark.parametrize(
    ("text", "verb", "object_", "complement"),
    [
        pytest.param("将养老工作纳入年度计划。", "纳入", "养老工作", "年度计划", id="object-before-the-verb"),
        pytest.param("对抽检情况进行全面分析。", "进行", "全面分析", "抽检情况", id="phrase-with-an-empty-verb"),
        pytest.param("各区要报送联系人（见附件2）。", "报送", "联系人", "", id="a-note-is-no-object"),
        pytest.param("各区不得瞒报、漏报数据。", "瞒报、漏报", "数据", "", id="prohibition"),
    ],
)  # fmt: skip
def test_verbs_objects_and_complements(text: str, verb: str, object_: str, complement: str) -> None:
    (found,) = policytext.targets(text).measures
    assert (found.verb, found.object, found.complement) == (verb, object_, complement)


def test_a_commitment_points_at_the_figure_that_it_holds() -> None:
    found = policytext.targets("2030年工作要点\n\n加强培训。新建学校7所。\n")
    assert [one.indicator for one in found.measures] == [None, found.indicators[0].span]


@pytest.mark.parametrize("opening", ["由", "对", "将", "政府会", "（责任单位：", "、"])
def test_long_clauses_take_linear_time(opening: str) -> None:
    assert policytext.targets(opening * 4000 + "市政府要完善设施。") is not None
