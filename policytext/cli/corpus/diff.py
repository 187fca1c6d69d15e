"""``policytext corpus diff``: the changes between two runs, or between two years of one run."""

from policytext.cli.corpus._query_output import write_answer
from policytext.cli.settings import Settings
from policytext.errors import ConfigError


def diff(settings: Settings) -> None:
    """Show the changes between two runs, or between two years of one run."""
    from policytext.corpus.run_diff import compare_runs

    before, after = settings.text("before") or "", settings.text("after")
    wanted = _read_years(settings.text("years"))
    if after is None and wanted is None:
        raise ConfigError("bad-years")
    write_answer(compare_runs(before, after or before, wanted), settings)


def _read_years(given: str | None) -> tuple[int, int] | None:
    if given is None:
        return None
    parts = given.split(",")
    if len(parts) != 2 or not all(part.strip().isdecimal() for part in parts):
        raise ConfigError("bad-years")
    return int(parts[0]), int(parts[1])
