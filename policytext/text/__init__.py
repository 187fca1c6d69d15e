"""The text layer: everything that works on characters and knows nothing of documents or rules.

In: strings. Out: spans, folded strings of the same length, numbers, and strings made safe for a terminal.

- `hanzi`, `numerals`, `amounts`: character classes, enumerators and numbers;
- `script`, `shadow`, `prepared`: the folded text on which analysers match;
- `sentences`, `markdown_spans`: where sentences, clauses and markup are;
- `edits`, `located_lines`, `display`: fixed texts, extracted texts, texts for people;
- `lazy_patterns`, `pattern_cache`: regular expressions that cost little start-up time.
"""
