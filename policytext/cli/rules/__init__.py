"""``policytext rules``: the rule packs themselves, for those who write them. One file a command."""
