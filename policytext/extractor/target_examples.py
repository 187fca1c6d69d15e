"""Run the examples under ``targets:`` in rule files.

>>> from policytext.rulebook.packs import load_rules
>>> book, _ = load_rules()
>>> [fault for example in book.cases[:3] if (fault := run_target_example(example, book))]
[]
"""

from collections.abc import Iterable, Mapping

from policytext import outliner
from policytext.errors import RuleError
from policytext.extractor import extract_targets
from policytext.model.annotations import Indicator, Measure
from policytext.model.document import Source
from policytext.rulebook.rule_types import TargetExample
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument


def run_target_example(example: TargetExample, book: Rulebook) -> RuleError | None:
    """Return the fault of an example for the lists of a pack, or None if the extraction gives what it says."""
    targets = extract_targets(PreparedDocument(outliner.parse(Source(text=example.text))), book)
    indicator = next(iter(targets.indicators), None)
    measure = next(iter(targets.measures), None)
    texts = tuple(measure.text for measure in targets.measures)
    shown: str | None = None
    if example.want is not None:
        shown = _describe_difference(example.want, indicator and _list_indicator_values(indicator), ["value"])
    if example.measure is not None and shown is None:
        shown = _describe_difference(example.measure, measure and _list_measure_values(measure), ["verb"])
    if example.measures is not None and shown is None and texts != example.measures:
        shown = "; ".join(texts)
    if shown is None:
        return None
    return RuleError(
        "case-example", path=example.path, line=example.line, text=example.text, found=shown or "-"
    )


def _describe_difference(
    wanted: Iterable[tuple[str, str]], found: Mapping[str, str] | None, default: Iterable[str]
) -> str | None:
    """Return the extracted values of the keys in an example, or None if they are as expected.

    Args:
        wanted: the expected keys and values; empty if nothing must be found.
        found: the extracted values, or None.
        default: the keys to show for an unexpected result.
    """
    names = [name for name, _ in wanted] or default
    given = {} if found is None else {name: found.get(name, "") for name in names}
    return None if given == dict(wanted) else "; ".join(f"{name}: {value}" for name, value in given.items())


def _list_indicator_values(indicator: Indicator) -> dict[str, str]:
    return {
        "indicator": indicator.name,
        "value": format(indicator.value, "f"),
        "value_high": "" if indicator.value_high is None else format(indicator.value_high, "f"),
        "unit": indicator.unit,
        "comparator": indicator.comparator,
        "change": indicator.change,
        "status": indicator.status,
        "date": (indicator.date.end or "") if indicator.date else "",
        "role": indicator.date.role if indicator.date else "",
        "binding": indicator.binding or "",
    }


def _list_measure_values(measure: Measure) -> dict[str, str]:
    return {
        "verb": measure.verb,
        "object": measure.object,
        "modality": measure.modality,
        "actor": measure.actor or "",
        "supporting": "、".join(measure.supporting),
        "strength": str(measure.strength),
        "date": (measure.date.end or "") if measure.date else "",
    }
