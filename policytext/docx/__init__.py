"""The reader and writer of Word documents (OOXML, ECMA-376).

In: the bytes of a ``.docx`` file. Out: its text with automatic numbers (`reader`), and the same file with fixes or tracked
changes in it (`writer`, `comments`), where everything else stays byte for byte.
`package` opens the zip archive within limits, `body` finds paragraphs, `numbering` and `number_formats` compute numbers.
"""
