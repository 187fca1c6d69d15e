"""``policytext rules``: the rule packs themselves, for those who write them. One file a command."""

COMMANDS = {
    "check": "help-rules-check",
    "test": "help-rules-test",
    "list": "help-rules-list",
    "explain": "help-rules-explain",
    "try": "help-rules-try",
    "new": "help-rules-new",
    "learn": "help-rules-learn",
    "schema": "help-rules-schema",
}
