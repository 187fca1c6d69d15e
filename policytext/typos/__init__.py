"""Typos that no list holds: near misses of fixed phrases, and unlikely characters found by a language model.

In: the folded text of a document. Out: suspects with a replacement and a probability (`near_misses`, `unlikely_characters`).
Both read ``model.bin``, which ``training`` builds from official texts; `learning` adds the terms of a user's own archive.
Modules that need numpy are imported only where the language model runs.
"""
