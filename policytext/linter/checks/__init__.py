"""What a rule in YAML can't say: checks as code, one a file; the folder is the registry.

A check is a module with ``RULE``, what it is called and why anybody should believe it, and
``check(prepared)``, a generator of what is wrong. It never prints, never imports another check, and stays
silent when unsure. The runner signs its name, its severity and its address to what it gives. Modules whose
name begins with ``_`` are shared by several checks and are none themselves.

>>> [number for number, name in enumerate(check_names()) if name.startswith("_")]
[]
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from policytext.model.annotations import Edit, Message, Safety, Severity
from policytext.model.document import Profile, Span
from policytext.text.prepared import PreparedDocument

EVERYWHERE: tuple[Profile, ...] = ("mainland", "tw", "hk")


class Rule(NamedTuple):
    """A check's name and its credentials.

    Args:
        id: ``family/slug``, never changed.
        title: what is wrong, in one short line.
        severity: how bad it is. An error is certain; a warning is right nine times in ten.
        confidence: the share of hits that are errors, from 0 to 1.
        why: why it is an error, for people who ask.
        basis: the standard and its clause, None where there is none.
        record: what was measured: hits on clean official text, and how many were read and right.
        hits: examples with the places marked, ``<<wrong=>right>>`` or ``<<wrong>>``.
        silent: examples that must stay silent: the nearest thing that looks the same and is right.
        profiles: whose standard it follows.
        enabled: False for a check that runs only when it is selected.
        needs: packages without which it can't run, and its examples prove nothing.
        extra: the extra of policytext that brings them.
    """

    id: str
    title: Message
    severity: Severity
    confidence: float
    why: Message
    basis: str | None
    record: str
    hits: tuple[str, ...]
    silent: tuple[str, ...]
    profiles: tuple[Profile, ...] = EVERYWHERE
    enabled: bool = True
    needs: tuple[str, ...] = ()
    extra: str = ""


class Defect(NamedTuple):
    """One thing that is wrong, before the runner has signed it.

    Args:
        span: where; of a storm, its first place.
        message: what is wrong with these words; the rule's title if left out.
        fix: what to write in place of `span`, or all edits, None where only a person can know.
        safety: whether the fix certainly keeps the meaning.
        also: the other places of a storm of one kind.
        confidence: where it differs from the rule's.
    """

    span: Span
    message: Message | None = None
    fix: str | tuple[Edit, ...] | None = None
    safety: Safety = "unsafe"
    also: tuple[Span, ...] = ()
    confidence: float | None = None


class Check(NamedTuple):
    """A check ready to run."""

    rule: Rule
    check: Callable[[PreparedDocument], Iterator[Defect]]


def check_names() -> tuple[str, ...]:
    """The names of all checks' modules."""
    import os

    files = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(file[:-3] for file in files if file.endswith(".py") and not file.startswith("_")))


def missing_packages(rule: Rule) -> str | None:
    """A package that a check needs and that is not installed, None if it can run."""
    from importlib.util import find_spec

    return next((package for package in rule.needs if find_spec(package) is None), None)


@cache
def load_checks() -> tuple[Check, ...]:
    """All checks, in the order of their files' names."""
    from importlib import import_module

    modules = (import_module(f"{__name__}.{name}") for name in check_names())
    return tuple(Check(module.RULE, module.check) for module in modules)
