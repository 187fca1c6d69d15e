"""The front matter of documents: title, number, issuing body, date and profile."""

import pytest

from policytext.model.document import Source
from policytext.outliner import parse

NOTICE = """国务院办公厅关于印发
《数据共享工作方案》的通知
国办发〔2030〕8号
各省、自治区、直辖市人民政府：
现将《数据共享工作方案》印发给你们，请认真执行。
国务院办公厅
2030年3月5日
"""


@pytest.mark.parametrize(
    ("text", "title", "number", "issuer", "date"),
    [
        pytest.param(
            NOTICE, "国务院办公厅关于印发《数据共享工作方案》的通知", "国办发〔2030〕8号", "国务院办公厅", "2030-03-05",
            id="a notice with a title on two lines",
        ),
        pytest.param(
            "东川市数据条例\n2030年6月1日东川市第一届人民代表大会常务委员会第二次会议通过\n第一条 为了规范数据，制定本条例。",
            "东川市数据条例", None, "东川市人民代表大会常务委员会", "2030-06-01", id="the date of a statute is that of its adoption",
        ),
        pytest.param(
            "資料治理辦法\n1.中華民國一百零七年六月六日數位部令訂定發布全文 9 條\n第 1 條\n本辦法依法訂定之。",
            "資料治理辦法", None, "數位部", "2018-06-06", id="a year of the Republic of China",
        ),
        pytest.param(
            "东川市人民政府关于加强数据管理的意见\n一、总体要求\n二、主要任务\n东川市人民政府\n二〇三〇年七月九日\n",
            "东川市人民政府关于加强数据管理的意见", None, "东川市人民政府", "2030-07-09", id="date and issuer at the foot",
        ),
        pytest.param("一、总体要求\n根据国办发〔2030〕8号文件精神", None, None, None, None, id="a cited number is not the document's"),
        pytest.param("2030年2月30日", None, None, None, None, id="a date that does not exist"),
        pytest.param("首页\n打印\n各位代表：\n现在报告工作。", None, None, None, None, id="without a title none is guessed"),
        pytest.param("", None, None, None, None, id="an empty text"),
    ],
)  # fmt: skip
def test_front(
    text: str, title: str | None, number: str | None, issuer: str | None, date: str | None
) -> None:
    document = parse(Source(text=text))
    assert (document.title, document.document_number, document.issuer, document.date) == (
        title,
        number,
        issuer,
        date,
    )


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        pytest.param(
            "國務院關於印發規劃的通知。我國數字經濟發展。",
            "mainland",
            id="a mainland text in Traditional characters",
        ),
        pytest.param("第 1 條\n本法之主管機關為行政院。", "tw", id="Taiwan"),
        pytest.param("施政報告\n香港的公共交通服務全面。", "hk", id="Hong Kong"),
        pytest.param("国务院关于印发规划的通知", "mainland", id="Simplified"),
    ],
)
def test_profile(text: str, profile: str) -> None:
    assert parse(Source(text=text)).profile == profile


def test_markdown_signs_and_front_matter_are_not_part_of_titles() -> None:
    text = "---\ntitle: 规划\ntags:\n  - 社区\n---\n# 临河市社区服务规划\n\n## 一、总体要求\n\n推进共享。\n\n## 二、重点任务\n"
    document = parse(Source(text=text))
    assert document.title == "临河市社区服务规划"
    assert [section.title for section in document.walk()] == ["临河市社区服务规划", "总体要求", "重点任务"]
    for section in document.walk():
        assert text[slice(*section.title_span)] == section.title


def test_a_line_of_dashes_alone_is_not_front_matter() -> None:
    assert parse(Source(text="---\n一、总体要求\n---\n二、重点任务\n")).sections[0].title == "总体要求"
