"""Mends written back into files that are no plain text; one file a kind, each changing only the words concerned."""
