"""Files: the path and status of each input, and the facts of its front matter.

>>> from policytext.errors import ReadError
>>> from policytext.formats import FileResult
>>> write_file(FileResult(path="a.txt", error=ReadError("missing", path="a.txt")), "en")
'"path":"a.txt","status":"error","error":{"code":"missing","message":"no such file (check the name)"}'
"""

from typing import Any

from policytext.errors import PolicytextError
from policytext.formats import FileResult
from policytext.formats.fields import NO_SOURCE, PATH, Field, RecordType
from policytext.formats.fields._common import TEXT
from policytext.messages import Lang


def _translate_error(error: PolicytextError) -> Any:
    from policytext.model.annotations import Message  # an outline does without annotations

    return Message(error.message("zh"), error.message("en"))


_STATUS = Field(
    "status", "text", "状态", "Status", lambda result: "error" if result.document is None else "ok"
)
_ERROR = Field(
    "error",
    (
        Field("code", "text", "代码", "Code"),
        Field("message", "message", "说明", "Message", _translate_error),
        Field("line", "int", "行", "Line", present="not-empty"),
    ),
    "错误",
    "Error",
)

_TITLE = (
    Field("role", "text", "标题性质", "Role"),
    TEXT,
    Field("start", "int", "起始", "Start", "span?.start"),
    Field("end", "int", "结束", "End", "span?.end"),
)
_DATE = (
    Field("role", "text", "日期性质", "Role"),
    Field("date", "text", "日期", "Date"),
    Field("start", "int", "起始", "Start", "span?.start"),
    Field("end", "int", "结束", "End", "span?.end"),
)
_YEARS = (Field("start", "text", "起", "From"), Field("end", "text", "止", "To"))
_FRAME = (
    Field("kind", "text", "文种", "Kind"),
    Field("attached", "text", "所印发文种", "Attached kind"),
    Field("year", "int", "年份", "Year"),
    Field("review", _YEARS, "回顾期", "Years reviewed"),
    Field("plan", _YEARS, "规划期", "Years planned"),
    Field("region", "text", "地区", "Region"),
)

#: The facts of a document as a whole.
DOCUMENT = RecordType(
    name="document",
    chinese="文件",
    english="Documents",
    fields=(
        Field("encoding", "text", "编码", "Encoding", "source.encoding"),
        Field("script", "text", "简繁", "Script"),
        Field("profile", "text", "地区规范", "Profile"),
        Field("characters", "int", "字符", "Characters", lambda document: len(document.source.text)),
        Field("lines", "int", "行", "Lines", "source.line_count"),
        Field("title", "text", "标题", "Title"),
        Field("document_number", "text", "文号", "Document number"),
        Field("issuer", "text", "发文机关", "Issuer"),
        Field("date", "text", "日期", "Date"),
        Field("titles", [_TITLE], "各级标题", "Titles", columns=()),
        Field("issuers", ["text"], "全部发文机关", "Issuers", columns=()),
        Field("dates", [_DATE], "各类日期", "Dates", columns=()),
        Field("frame", _FRAME, "文件性质", "Frame", columns=()),
    ),
)
#: A file has the fields of its document, or an error.
RECORD = RecordType(
    name="file",
    chinese="文件",
    english="Files",
    fields=(PATH, _STATUS, *DOCUMENT.fields, _ERROR._replace(present="not-empty")),
)
_READ = RecordType(name="file", chinese="文件", english="Files", fields=(PATH, _STATUS))
_FAILED = RecordType(name="file", chinese="文件", english="Files", fields=(PATH, _STATUS, _ERROR))


def write_file(result: FileResult, lang: Lang) -> str:
    """Write the record of a file as the inside of a JSON object, an error's message in `lang`."""
    document = result.document
    if document is None:
        return _FAILED.json_object(result, NO_SOURCE, lang)
    own = DOCUMENT.json_object(document, document.source, lang)
    return f"{_READ.json_object(result, document.source, lang)},{own}"
