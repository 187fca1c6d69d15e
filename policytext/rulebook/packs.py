"""Load rule packs from files and folders: the built-in ones, then those of the user.

>>> book, faults = load_rules(builtin=False)
>>> len(book), faults
(0, ())
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policytext import disk_cache
from policytext.digests import blake2b
from policytext.errors import RuleError
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import SerializedRules, serialize_rules
from policytext.rulebook.word_boundaries import get_reference_path, read_common_words
from policytext.rulebook.yaml_limits import LARGEST
from policytext.text.builtin_rules import find_builtin_folder

if TYPE_CHECKING:
    from policytext.rulebook.compiler import Pack

_ENDINGS = (".yaml", ".yml")
_File = tuple[str, bytes]


def load_rules(paths: Sequence[str] = (), *, builtin: bool = True) -> tuple[Rulebook, tuple[RuleError, ...]]:
    """Load the built-in packs and then those at `paths` (files, or folders with ``*.yaml``).

    Faulty rules are left out and their faults returned; nothing is raised.
    """
    folder = find_builtin_folder() or ""
    files, faults = _read_files(paths, builtin=False)
    identities = [*_identify_packs(folder)] if builtin else []
    key = disk_cache.make_key(
        [*identities, *_identify_file(get_reference_path(folder)), *files], "rulebook", "text"
    )
    cached = disk_cache.load(key)
    if cached is None:
        files, all_faults = _read_files(paths, builtin)
        cached = _compile_files(files, read_common_words(folder))
        if len(all_faults) == len(faults):  # a built-in file that can't be read may be readable the next time
            disk_cache.save(key, cached)
        faults = all_faults
    raw, file_faults, hints = cached
    book = Rulebook(raw)
    book.hints = tuple(_restore_fault(fault) for fault in hints)
    return book, (*faults, *(_restore_fault(fault) for fault in file_faults))


def load_faultless_rules(paths: Sequence[str] = ()) -> Rulebook:
    """Load the built-in packs and then those at `paths`.

    Raises:
        RuleError: the first faulty rule or unreadable file.
    """
    book, faults = load_rules(paths)
    if faults:
        raise faults[0]
    return book


@lru_cache(maxsize=1)
def load_builtin_rules() -> Rulebook:
    """Load the built-in packs once for all callers; files of the user are read anew, since they may change."""
    return load_faultless_rules()


def compute_fingerprint(paths: Sequence[str] = (), *, builtin: bool = True) -> str:
    """Return a fingerprint of the content of the packs, the same on every machine.

    >>> compute_fingerprint() == compute_fingerprint(()), compute_fingerprint() == compute_fingerprint(builtin=False)
    (True, False)
    """
    digest = blake2b(digest_size=16)
    for _, content in _read_files(paths, builtin)[0]:
        digest.update(len(content).to_bytes(8, "big") + content)
    return str(digest.hexdigest())


def _read_files(paths: Sequence[str], builtin: bool) -> tuple[list[_File], list[RuleError]]:
    """Read the built-in files and those at `paths`, and the faults of unreadable ones."""
    faults: list[RuleError] = []
    files: dict[str, _File] = {}
    builtin_path = find_builtin_folder() if builtin else None
    for path in ([builtin_path] if builtin_path else []) + [os.fspath(path) for path in paths]:
        for name, content in _read_path(path, faults):
            # A file given twice is read once, under the last path given.
            files[os.path.realpath(name)] = name, content
    return list(files.values()), faults


def _identify_packs(folder: str) -> Iterable[_File]:
    """Identify the built-in files; those of users are identified by their content."""
    for name in sorted(_find_rule_files(folder, [])):
        yield from _identify_file(name)


def _identify_file(path: str) -> Iterable[_File]:
    """Identify a built-in file by size and time, which is faster than by its content."""
    with suppress(OSError):
        status = os.stat(path)
        yield path, f"{status.st_size}:{status.st_mtime_ns}".encode()


def _read_path(path: str, faults: list[RuleError]) -> Iterable[_File]:
    """Yield the rule files at a path with their content; add a fault for each unreadable one."""
    names = [path]
    if os.path.isdir(path):
        earlier_faults = len(faults)
        names = sorted(_find_rule_files(path, faults))
        if not names and len(faults) == earlier_faults:
            faults.append(RuleError("rule-no-packs", path=path))
    for name in names:
        try:
            with open(name, "rb") as file:
                # One byte more than the limit shows that the file is too large.
                yield name, file.read(LARGEST + 1)
        except FileNotFoundError:
            faults.append(RuleError("missing", path=name))
        except OSError as error:
            faults.append(
                RuleError("rule-unreadable", path=name, reason=error.strerror or type(error).__name__)
            )


def _find_rule_files(folder: str, faults: list[RuleError]) -> Iterable[str]:
    def failed(error: OSError) -> None:
        faults.append(
            RuleError(
                "rule-unreadable",
                path=error.filename or folder,
                reason=error.strerror or type(error).__name__,
            )
        )

    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.endswith(_ENDINGS) and not name.startswith("."):
                yield os.path.join(place, name)


def _compile_files(
    files: Iterable[_File], words: Iterable[str]
) -> tuple[SerializedRules, list[Any], list[Any]]:
    """Compile the files to rules, faults and hints in plain values for the cache."""
    # With a cached result neither PyYAML nor the compiler is needed.
    from policytext.rulebook.merging import merge_packs

    packs = [_compile_file(path, content) for path, content in files]
    rules, lists, faults, hints = merge_packs(packs)
    cases = [case for pack in packs for case in pack.cases]
    return (
        serialize_rules(rules, lists, cases, words),
        [_serialize_fault(fault) for fault in faults],
        [_serialize_fault(fault) for fault in hints],
    )


@lru_cache(maxsize=64)
def _compile_file(path: str, content: bytes) -> "Pack":
    """Compile one file; once in a process, since `rules test --watch` reads all packs again after each change of one."""
    from policytext.rulebook.compiler import Pack, compile_pack

    try:
        return compile_pack(content.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fault = RuleError("rule-encoding", path=path, line=line)
        return Pack("", path, (), (), frozenset(), {}, (), (fault,), ())


def _serialize_fault(error: RuleError) -> tuple[str, str, int | None, dict[str, Any]]:
    values = {name: value if isinstance(value, int) else str(value) for name, value in error.values.items()}
    return error.code, error.path, error.line, values


def _restore_fault(serialized: tuple[str, str, int | None, dict[str, Any]]) -> RuleError:
    code, path, line, values = serialized
    return RuleError(code, path=path, line=line, **values)
