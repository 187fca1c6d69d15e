"""The record types, all frozen: what is read, what is found, what is counted.

- `document`: a text and its outline (Source, Document, Section, Span);
- `annotations`: what analysers find in it (Passage, Indicator, Measure, Finding);
- `statistics`: counts of it (Stats, KeyTerm, Share);
- `read_options`: how a file is to be read.

This package imports nothing of the project. Offsets are code points of the text as it was read.
"""
