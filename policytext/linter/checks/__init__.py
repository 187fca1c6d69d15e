"""Checks: lint rules in Python, for what a rule in YAML cannot express.

Each module of this folder is one check; the folder is the registry. It defines ``RULE``, the name and evidence of
the check, and ``check(prepared)``, a generator of problems. A check never prints, never imports another check, and
stays silent when unsure. `engine` turns its problems into findings with a rule name, a severity and an address.
Modules whose name begins with ``_`` are shared by several checks.

>>> [number for number, name in enumerate(list_check_names()) if name.startswith("_")]
[]
"""

from collections.abc import Callable, Iterator
from functools import cache

from policytext.model.annotations import Edit, Message, Safety, Severity
from policytext.model.document import Profile, Span
from policytext.model.records import NamedTuple
from policytext.text.prepared import PreparedDocument

ALL_PROFILES: tuple[Profile, ...] = ("mainland", "tw", "hk")


class CheckRule(NamedTuple):
    """The name, severity and evidence of a check: what `rule_types.LintRule` is for a rule in YAML.

    Args:
        id: ``family/slug``; it never changes.
        title: the problem, in one short line.
        severity: an error is certain; a warning is right nine times in ten.
        confidence: the share of true positives, from 0 to 1.
        why: why it is an error, as `rules explain` shows it.
        basis: the standard and its clause, or None.
        record: the findings on clean official text, and how many of those reviewed are true positives.
        hits: examples with the places marked, ``<<wrong=>right>>`` or ``<<wrong>>``.
        silent: examples without a problem: correct text that looks most like one.
        profiles: the standards that it belongs to.
        enabled: False for a check that runs only when it is selected.
        needs: packages that it cannot run without.
        extra: the extra of policytext that installs them.
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
    profiles: tuple[Profile, ...] = ALL_PROFILES
    enabled: bool = True
    needs: tuple[str, ...] = ()
    extra: str = ""


class Problem(NamedTuple):
    """One problem that a check reports; the engine makes a `Finding` of it.

    Args:
        span: its position; the first one of a repeated problem.
        message: what is wrong here; the title of the rule if None.
        fix: the replacement for `span`, or all edits; None where only a person can decide.
        safety: "safe" if the fix certainly keeps the meaning.
        also: the other positions of a repeated problem.
        confidence: replaces the confidence of the rule.
    """

    span: Span
    message: Message | None = None
    fix: str | tuple[Edit, ...] | None = None
    safety: Safety = "unsafe"
    also: tuple[Span, ...] = ()
    confidence: float | None = None


class Check(NamedTuple):
    """A check: its rule and its function."""

    rule: CheckRule
    check: Callable[[PreparedDocument], Iterator[Problem]]


def list_check_names() -> tuple[str, ...]:
    """Return the module names of all checks, sorted."""
    import os

    files = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(file[:-3] for file in files if file.endswith(".py") and not file.startswith("_")))


def find_missing_package(rule: CheckRule) -> str | None:
    """Return a package that a check needs and that is not installed, or None."""
    from importlib.util import find_spec

    return next((package for package in rule.needs if find_spec(package) is None), None)


@cache
def load_checks() -> tuple[Check, ...]:
    """Import and return all checks, sorted by module name."""
    from importlib import import_module

    modules = (import_module(f"{__name__}.{name}") for name in list_check_names())
    return tuple(Check(module.RULE, module.check) for module in modules)
