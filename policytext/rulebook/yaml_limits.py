"""How much a rule file may hold."""

# A rule file is written by hand: 2 MB is some 40,000 terms with their examples.
LARGEST = 2_000_000
DEEPEST = 12
