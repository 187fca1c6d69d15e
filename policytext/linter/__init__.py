"""The linter: likely mistakes in one document.

In goes a prepared document and a rulebook; out come findings in reading order, each with a rule name, a span, a message
and perhaps a fix.

- `engine` runs the lint rules of the packs and the checks in `checks`;
- `selection` decides which of them run;
- `regions` adapts them to texts of Taiwan and Hong Kong;
- `deduplication` merges overlapping findings and adds fingerprints;
- `suppressions` reads ignore files and baselines;
- `examples` runs the examples of checks and of word lists.
"""
