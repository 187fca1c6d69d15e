"""What is said of a file before what was found in it, as a record."""

from policytext.formats import Result
from policytext.formats.records import Record, Schema
from policytext.messages import Lang
from policytext.model.document import Document

#: Of a file that could be read, without its path.
SCHEMA: Schema = {
    "encoding": "text",
    "script": "text",
    "profile": "text",
    "characters": "int",
    "lines": "int",
    "title": "text",
    "document_number": "text",
    "issuer": "text",
    "date": "text",
}


def file_record(result: Result, lang: Lang) -> Record:
    """What is said of a file; an error has its code and its message in `lang`.

    >>> from policytext.errors import ReadError
    >>> record = file_record(Result(path="a.txt", error=ReadError("missing", path="a.txt")), "en")
    >>> record["status"], record["error"]["message"]
    ('error', 'no such file (check the name)')
    """
    if result.document is None:
        return {"path": result.path, "status": "error", "error": _error_record(result, lang)}
    return {"path": result.path, "status": "ok", **document_record(result.document)}


def _error_record(result: Result, lang: Lang) -> Record | None:
    fault = result.error
    if fault is None:
        return None
    record: Record = {"code": fault.code, "message": fault.message(lang)}
    if fault.line is not None:
        record["line"] = fault.line
    return record


def document_record(document: Document) -> Record:
    """What a document says of itself, by the keys of ``SCHEMA``.

    >>> from policytext.model.document import Source
    >>> from policytext.formats.records.files import SCHEMA
    >>> document = Document(source=Source(text="一"), script="hans", profile="mainland", title=None,
    ...                     document_number=None, issuer=None, date=None, sections=())
    >>> tuple(document_record(document)) == tuple(SCHEMA)
    True
    """
    source = document.source
    return {
        "encoding": source.encoding,
        "script": document.script,
        "profile": document.profile,
        "characters": len(source.text),
        "lines": source.line_count,
        "title": document.title,
        "document_number": document.document_number,
        "issuer": document.issuer,
        "date": document.date,
    }
