"""The fields that several record types have."""

from policytext.formats.fields import Computed, Field

TEXT = Field("text", "text", "原文", "Text")
START = Field("start", "int", "起始", "Start", "span.start")
END = Field("end", "int", "结束", "End", "span.end")
LINE = Field("line", "int", "行", "Line", Computed.LINE)
COLUMN = Field("column", "int", "列", "Column", Computed.COLUMN)
LOCATION = Field("location", "text", "原文件位置", "Location", Computed.LOCATION, present="extracted")

ADDRESS = Field("address", "text", "位置", "Address")
DOMAIN = Field("domain", "text", "领域", "Domain")
ACTOR = Field("actor", "text", "责任主体", "Actor")
CONFIDENCE = Field("confidence", "float", "可信度", "Confidence")
RULE = Field("rule", "text", "规则", "Rule")

#: A date, with the days that it covers, both included.
DATE = (
    Field("text", "text", "时间", "Date"),
    Field("start", "text", "起", "From"),
    Field("end", "text", "止", "To"),
    Field("grain", "text", "精度", "Grain"),
    Field("role", "text", "时间性质", "Date role"),
    Field("at", ["int"], "时间位置", "Date span", "span"),
)

#: How certain it is that a word is more or less frequent than elsewhere, and the binary logarithm of the ratio.
LOG_LIKELIHOOD = Field(
    "log_likelihood", "float", "对数似然", "Log-likelihood", lambda word: round(word.log_likelihood, 2)
)
LOG_RATIO = Field("log_ratio", "float", "对数比", "Log ratio", lambda word: round(word.log_ratio, 2))
