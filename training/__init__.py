"""Training of the typo model from official texts; needs the packages of the dependency group ``training``.

One command makes the whole file: ``python -m training.build ../shared/data/corpus/official.jsonl.xz``.
"""
