"""The rule engine: packs of rules in YAML, checked strictly, compiled once, matched in one pass.

In go rule files and a text; out come the hits of their rules. The engine knows no domain and no family of rules.

- `packs.load` reads packs (or their cache) into a `rulebook.Rulebook`;
- `matcher.match` finds all hits of its rules in a text;
- `examples.run_examples` runs the examples inside the rules;
- `explanations.explain_misses` explains why a rule does not hit;
- `json_schema.build_json_schema` describes the keys of a rule file for editors.
"""
