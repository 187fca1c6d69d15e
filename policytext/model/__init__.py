"""The record types, all frozen: sources, documents, annotations and statistics.

- `document`: a text and its outline (Source, Document, Section, Span);
- `annotations`: what analysers find in a text (Passage, Indicator, Measure, Finding);
- `statistics`: the counts of a text (Statistics, KeyTerm, Share);
- `read_options`: the options for reading a file (ReadOptions).

Every other package imports these types; each analyser takes a Document and returns annotations or statistics.

This package imports nothing of the project. Offsets are code points of the text as it was read.
"""
