"""``policytext rules``: commands for those who write rule packs. One file for each command."""
