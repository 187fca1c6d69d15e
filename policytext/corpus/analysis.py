"""The answers of a job for one document, by table.

>>> from policytext.model.document import Source
>>> document, parts = analyse(Source(text="一、目标\\n到2030年，入户率达到80%。"), Job(what=("outline", "targets")))
>>> {table: len(found) for table, found in parts.items()}
{'sections': 1, 'indicators': 1, 'measures': 0}
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from policytext.corpus.job import Job
from policytext.errors import ConfigError
from policytext.model.analysis_options import AnalysisOptions
from policytext.model.document import Document, Source
from policytext.model.records import NamedTuple
from policytext.pipeline import Analysis
from policytext.rulebook.packs import compute_fingerprint, load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.statistics import word_lists
from policytext.tokenizer import Tokenizer

Parts = Mapping[str, Sequence[Any]]

#: What each kind of answer puts into which tables.
_TABLES: dict[str, Callable[[Analysis], Parts]] = {
    "outline": lambda analysis: {"sections": analysis.sections},
    "targets": lambda analysis: analysis.targets._asdict(),
    "domains": lambda analysis: {"passages": analysis.passages},
    "lint": lambda analysis: {"findings": analysis.findings},
    "stats": lambda analysis: {"stats": (analysis.statistics,)},
    "extract": lambda analysis: {"hits": analysis.hits},
}


class JobRules(NamedTuple):
    """What a job needs for every document: the rules, the options, and a tokenizer."""

    book: Rulebook
    options: AnalysisOptions
    tokenizer: Tokenizer


@lru_cache(maxsize=1)
def load_job(job: Job) -> JobRules:
    """Load the rules of a job, once in a process.

    Raises:
        ConfigError: these are not the rules that the job was made with.
    """
    book, _ = load_rules(job.rules, builtin=job.builtin)
    if job.fingerprint and compute_fingerprint(job.rules, builtin=job.builtin) != job.fingerprint:
        raise ConfigError("other-rules")
    only = None if job.only is None else frozenset(job.only)
    options = AnalysisOptions(
        only, job.profile, job.min_confidence, job.alarm_rate, top=job.top, learned=job.learned
    )
    # rjieba from the first document on: many follow.
    return JobRules(book, options, Tokenizer(word_lists.collect_vocabulary(book), rapid=True))


def analyse(source: Source, job: Job) -> tuple[Document, Parts]:
    """Parse and analyse a source; return the document and its records by table."""
    book, options, tokenizer = load_job(job)
    analysis = Analysis(source, book, options, tokenizer=tokenizer)
    tables: dict[str, Sequence[Any]] = {}
    for what in job.what:
        tables |= _TABLES[what](analysis)
    return analysis.document, tables
