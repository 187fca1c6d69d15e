"""Writing mends back: the same encoding and line ends, all or nothing, and never over somebody else's change."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress

from policytext.cli import inputs
from policytext.cli.faults import reason
from policytext.errors import ConfigError, ReadError
from policytext.fixing import mended
from policytext.marks import Finding
from policytext.model import Document, Source

# One mend may uncover another; a text that has not settled after so many rounds never will.
_ROUNDS = 10
_BOMS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def rewrite(
    document: Document, name: str, findings: Callable[[Document], Sequence[Finding]], unsafe: bool
) -> tuple[Document, int]:
    """Mend a document and write it back; the mended document, and how many places were mended.

    Args:
        document: what was read.
        name: the input.
        findings: finds what is wrong in a document.
        unsafe: whether unsafe mends are wanted.

    Raises:
        ConfigError: standard input.
        ReadError: a file that can't be written back exactly, or that changed meanwhile.
    """
    if name == inputs.STDIN:
        raise ConfigError("fix-of-stdin")
    now, count = document, 0
    for _ in range(_ROUNDS):
        done = mended(now.source.text, findings(now), unsafe=unsafe)
        if done.text == now.source.text:
            break
        count += len(done.edits)
        now = _parsed(now.source, done.text)
    if count:
        _write(document.source, now.source.text, name)
    return now, count


def _parsed(source: Source, text: str) -> Document:
    from dataclasses import replace

    from policytext import outlining

    return outlining.parse(replace(source, text=text))


def _write(source: Source, text: str, name: str) -> None:
    path = os.path.realpath(name)
    try:
        with open(path, "rb") as file:
            before = file.read()
            mode = os.fstat(file.fileno()).st_mode & 0o7777
        if not os.access(path, os.W_OK):
            raise PermissionError(13, "Permission denied")
        if _encoded(source, source.text, name) != before:
            # Either the file is another one by now, or its bytes say the same in another way.
            changed = _decoded(before, source) != source.text
            raise ReadError(
                "changed-meanwhile" if changed else "fix-not-exact", path=name, encoding=source.encoding
            )
        after = _encoded(source, text, name)
        aside = os.path.join(os.path.dirname(path), f".policytext-{os.urandom(6).hex()}")
        try:
            with open(aside, "xb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(aside, mode)
            with open(path, "rb") as file:
                if file.read() != before:
                    raise ReadError("changed-meanwhile", path=name)
            os.replace(aside, path)
        finally:
            with suppress(OSError):
                os.unlink(aside)
    except OSError as error:
        raise ReadError("fix-unwritable", path=name, reason=reason(error)) from None


def _encoded(source: Source, text: str, name: str) -> bytes:
    try:
        return (_BOMS.get(source.encoding, b"") if source.bom else b"") + text.encode(source.encoding)
    except UnicodeEncodeError:
        raise ReadError("fix-undecodable", path=name, encoding=source.encoding) from None


def _decoded(data: bytes, source: Source) -> str | None:
    from policytext.errors import PolicytextError
    from policytext.reading import decode

    try:
        return decode(data, encoding=None if source.bom else source.encoding).text
    except PolicytextError:
        return None
