"""``policytext corpus``: runs over millions of documents. One file for each command."""
