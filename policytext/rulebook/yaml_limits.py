"""The limits of a rule file."""

# In bytes: a rule file is written by hand, and 2 MB is about 40,000 terms with examples.
LARGEST = 2_000_000
DEEPEST = 12
