"""Expressions that `find_ambiguity` names although they are safe where they run, and why, by how each begins."""

ACCEPTED: dict[tuple[str, str], str] = {
    ("policytext.text.display", r"\s+|[（《"): "after the opening marks one character always matches",
    ("policytext.readers.folders", r'"?((?:[^"\\]'): "file names, of 4096 bytes at most",
    ("policytext.corpus.journal", 'File ".*?'): "lines of a traceback of the program's own",
    (
        "policytext.rulebook.yaml_diagnostics",
        r"^\s*(?:- +)*(?:([^\s",
    ): "one line of a rule file, to explain a fault",
    (
        "policytext.rulebook.yaml_diagnostics",
        r"(?:^\s*(?:- +)*",
    ): "one line of a rule file, to explain a fault",
    ("policytext.rulebook.marked_examples", "<<((?:"): "the lookaheads keep the two parts apart",
    ("policytext.outliner.title_lines", "[：:，,、]$|"): "one short line of the head",
    ("policytext.outliner.markers", "(?P<annex>"): "all that follows 附件 is optional and never fails",
    ("policytext.outliner.false_markers", "[ \t\u3000\xa0]*+(?:第"): "spaces that stand behind one marker",
    ("policytext.outliner.false_markers", "[到和與"): "spaces that stand behind one marker",
    ("policytext.extractor.cues", "((?:增(?:长率"): "the characters before one figure, at most a phrase",
    (
        "policytext.extractor.cues",
        "(?:(?:定(?:期或",
    ): "a match of any length will do, so that nothing is tried again",
    (
        "policytext.extractor.word_lists",
        "^(?:[,、;",
    ): "a match of any length will do, so that nothing is tried again",
    (
        "policytext.extractor.word_lists",
        r"(?:\s|第",
    ): "a match of any length will do, so that nothing is tried again",
}
