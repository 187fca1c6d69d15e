"""The results of one input: it is read, parsed and analysed within its time limit; any failure becomes an error."""

from collections.abc import Iterator

from policytext.cli import error_messages, inputs
from policytext.cli.scope import find_scope
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.cli.time_limits import TimeIsUp, within_limit
from policytext.errors import PolicytextError
from policytext.formats import FileResult
from policytext.model.document import Source


def answer_input(name: str | PolicytextError, task: Task, settings: Settings) -> Iterator[FileResult]:
    """Return the results of one input, one for each of its documents.

    Args:
        name: the input, or the error of one that can't be found.
        task: the command.
        settings: how the input is read.
    """
    seconds = settings.number("time-limit") or 1
    yield from within_limit(_answer_documents(name, task, settings), seconds, str(name))


def _answer_documents(name: str | PolicytextError, task: Task, settings: Settings) -> Iterator[FileResult]:
    for path, source in _read_documents(name, settings):
        if isinstance(source, PolicytextError):
            yield FileResult(path=path, error=source)
        else:
            yield _answer_document(path, source, str(name), task, settings)


def _read_documents(
    name: str | PolicytextError, settings: Settings
) -> Iterator[tuple[str, Source | PolicytextError]]:
    """Return each text of an input, or the error, with the path that its result is shown under."""
    if isinstance(name, PolicytextError):
        yield name.path, name
        return
    try:
        for source in inputs.read_sources(name, settings):
            has_own_path = isinstance(source, PolicytextError) or source.medium == "table"
            yield source.path if has_own_path or name == inputs.STDIN else name, source
    except PolicytextError as error:
        yield error.path if name == inputs.STDIN else name, error
    except Exception as error:  # a file that breaks a reader must not stop the others
        yield name, error_messages.make_input_error(error, name)


def _answer_document(path: str, source: Source, name: str, task: Task, settings: Settings) -> FileResult:
    from policytext import outliner

    try:
        document = outliner.parse(source)
        if task.revise:
            document = task.revise(document, name)
        scope = find_scope(document, settings.text("in"))
        return FileResult(path=path, document=document, parts=task.answer(document, scope))
    except TimeIsUp as error:
        return FileResult(path=path, error=error.fault(path))
    except Exception as error:  # a text that breaks an analyser must not stop the others
        return FileResult(path=path, error=error_messages.make_input_error(error, path))
