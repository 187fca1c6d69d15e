"""Counts with stated rules, words, key terms, and shares of domains and targets.

In: a document and what the analysers found in it. Out: one `Statistics` record a document (`counts`), which can be added up
(`summaries`); key terms against a reference (`key_terms`, `keyness`); a term in context (`concordance`); plots (`plots`).
"""
