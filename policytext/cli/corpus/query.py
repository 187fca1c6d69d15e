"""``policytext corpus query``: the tables of a run, queried in SQL."""

from policytext.cli.corpus._query_output import write_answer
from policytext.cli.settings import Settings


def query(settings: Settings) -> None:
    """Answer a query in SQL; list the tables without one."""
    from policytext.corpus.queries import RunTables

    sql = settings.text("sql")
    with RunTables({"": settings.text("folder") or ""}) as tables:
        write_answer(tables.ask(sql) if sql else tables.list_tables(), settings)
