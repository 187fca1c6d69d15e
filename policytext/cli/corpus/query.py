"""``policytext corpus query``: the tables of a run, asked in SQL."""

from typing import Annotated

from typer import Argument

from policytext.cli.corpus._query_output import FORMATS, write
from policytext.cli.options import AboutTables, command, settle

__all__ = ["FORMATS", "query"]


@command
def query(
    common: AboutTables,
    folder: Annotated[str, Argument(metavar="FOLDER", help="help-out-folder", show_default=False)],
    sql: Annotated[str | None, Argument(metavar="SQL", help="help-sql", show_default=False)] = None,
) -> None:
    """What was found, asked in SQL."""
    from policytext.corpus.queries import RunTables

    settings = settle(common)
    with RunTables({"": folder}) as tables:
        write(tables.ask(sql) if sql else tables.listed(), common, settings)
