"""The classifier: the service domain of each sentence and section.

In goes a prepared document and a rulebook; out come passages, one for each sentence, with a domain, a score and the terms
that decided. `passages` matches the terms, `priors` reads what stands above a sentence; the decision itself is in
`rulebook.decisions`. No domain is named in the code.
"""
