"""The rule engine: packs of rules in YAML, checked strictly, compiled once, matched in one pass.

- `packs.load` reads packs (or their cache) into a `rulebook.Rulebook`;
- `matcher.match` finds every hit of its rules in a text;
- `examples.run_examples` runs the sentences inside the rules;
- `explanations.explain_misses` says what stopped a rule;
- `json_schema.json_schema` is the same vocabulary for editors.
"""
