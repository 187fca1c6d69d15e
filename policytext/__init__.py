"""policytext: outline, analyse and check Chinese policy texts.

>>> import policytext
>>> document = policytext.parse("一、总体要求\\n（一）指导思想。坚持以人民为中心。")
>>> [(section.marker, section.title) for section in document.walk()]
[('一、', '总体要求'), ('（一）', '指导思想')]

The functions are in `policytext.api`. A function or type is imported when it is first used, so ``import policytext`` is
quick.
"""

from __future__ import annotations

from policytext.version import __version__

TYPE_CHECKING = False  # typing.TYPE_CHECKING without typing
if TYPE_CHECKING:
    from policytext.api import analyse as analyse
    from policytext.api import domains as domains
    from policytext.api import extract as extract
    from policytext.api import lint as lint
    from policytext.api import outline as outline
    from policytext.api import parse as parse
    from policytext.api import read as read
    from policytext.api import references as references
    from policytext.api import stats as stats
    from policytext.api import targets as targets
    from policytext.errors import ConfigError as ConfigError
    from policytext.errors import PolicytextError as PolicytextError
    from policytext.errors import ReadError as ReadError
    from policytext.errors import RuleError as RuleError
    from policytext.extractor import Targets as Targets
    from policytext.model.annotations import Finding as Finding
    from policytext.model.annotations import Indicator as Indicator
    from policytext.model.annotations import Measure as Measure
    from policytext.model.annotations import Passage as Passage
    from policytext.model.annotations import Reference as Reference
    from policytext.model.annotations import Term as Term
    from policytext.model.document import Document as Document
    from policytext.model.document import Position as Position
    from policytext.model.document import Section as Section
    from policytext.model.document import Sentence as Sentence
    from policytext.model.document import Source as Source
    from policytext.model.document import Span as Span
    from policytext.model.extractions import Capture as Capture
    from policytext.model.extractions import Extraction as Extraction
    from policytext.model.statistics import Statistics as Statistics
    from policytext.pipeline import Analysis as Analysis

#: The names of the public API, by the module that each is imported from.
_NAMES = {
    "policytext.api": (
        "analyse",
        "domains",
        "extract",
        "lint",
        "outline",
        "parse",
        "read",
        "references",
        "stats",
        "targets",
    ),
    "policytext.errors": ("ConfigError", "PolicytextError", "ReadError", "RuleError"),
    "policytext.extractor": ("Targets",),
    "policytext.model.annotations": (
        "Finding",
        "Indicator",
        "Measure",
        "Passage",
        "Reference",
        "Term",
    ),
    "policytext.model.document": ("Document", "Position", "Section", "Sentence", "Source", "Span"),
    "policytext.model.extractions": ("Capture", "Extraction"),
    "policytext.model.statistics": ("Statistics",),
    "policytext.pipeline": ("Analysis",),
}
_MODULE_OF = {name: module for module, names in _NAMES.items() for name in names}

__all__ = [
    "Analysis",
    "Capture",
    "ConfigError",
    "Document",
    "Extraction",
    "Finding",
    "Indicator",
    "Measure",
    "Passage",
    "PolicytextError",
    "Position",
    "ReadError",
    "Reference",
    "RuleError",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Statistics",
    "Targets",
    "Term",
    "__version__",
    "analyse",
    "domains",
    "extract",
    "lint",
    "outline",
    "parse",
    "read",
    "references",
    "stats",
    "targets",
]


def __getattr__(name: str) -> object:
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
