"""``policytext corpus diff``: what changed between two runs, or two years."""

from typing import Annotated

from typer import Argument, Option

from policytext.cli.corpus._query_output import FORMATS, write
from policytext.cli.options import AboutTables, command, settle
from policytext.errors import ConfigError

__all__ = ["FORMATS", "diff"]


@command
def diff(
    common: AboutTables,
    before: Annotated[str, Argument(metavar="BEFORE", help="help-out-folder", show_default=False)],
    after: Annotated[
        str | None, Argument(metavar="AFTER", help="help-out-folder", show_default=False)
    ] = None,
    years: Annotated[str | None, Option(metavar="YEAR,YEAR", help="help-years")] = None,
) -> None:
    """What changed between two runs, or two years of one."""
    from policytext.corpus.run_diff import compare_runs

    settings = settle(common)
    wanted = _years(years)
    if after is None and wanted is None:
        raise ConfigError("bad-years")
    write(compare_runs(before, after or before, wanted), common, settings)


def _years(given: str | None) -> tuple[int, int] | None:
    if given is None:
        return None
    parts = given.split(",")
    if len(parts) != 2 or not all(part.strip().isdecimal() for part in parts):
        raise ConfigError("bad-years")
    return int(parts[0]), int(parts[1])
