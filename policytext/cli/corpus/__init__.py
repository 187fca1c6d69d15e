"""``policytext corpus``: very many documents. One file a command."""

COMMANDS = {
    "run": "help-corpus-run",
    "query": "help-corpus-query",
    "diff": "help-corpus-diff",
}
