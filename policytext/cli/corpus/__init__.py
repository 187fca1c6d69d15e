"""``policytext corpus``: very many documents. One file a command."""
