"""Build the patterns and conditions of a rule from its phrases and regular expressions.

A rule in Simplified characters is folded like the text, so it also matches Traditional text. A character that folding
changes (壹, a full-width comma, a Traditional character) is written on purpose and matches only itself.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from policytext.errors import RuleError
from policytext.rulebook import bounded_regex, phrase_expansion, phrases
from policytext.rulebook.phrases import Slots
from policytext.rulebook.rule_types import Pattern, Unless
from policytext.rulebook.schema import LocatedString
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold, fold_words

FIELD = LazyPattern(r"\{(#?\w+)\}")
_PAIRS = {"《": "》", "“": "”", "‘": "’", "（": "）", "「": "」", "『": "』", "(": ")", "〈": "〉", '"': '"'}
_HAN = LazyPattern("(?<![-])[\u3400-\u9fff](?![-])")


def is_regex(text: str) -> bool:
    """Return whether a string of a rule file is a regular expression, written between slashes."""
    return len(text) > 2 and text[0] == text[-1] == "/"


def build_patterns(
    text: LocatedString, slots: Slots, *, script: str | None, fix: str | None, match_unchanged: bool
) -> list[Pattern]:
    """Build the patterns of one phrase or regular expression; several for spelled-out alternatives.

    Args:
        text: as written.
        slots: the pack's word classes.
        script: "any", "exact", or None for the default of its kind.
        fix: the template of the replacement.
        match_unchanged: whether characters that folding changes match only themselves (False for terms of domains).

    Raises:
        RuleError: as `parse_phrase` and `inspect_regex`; with the line.
    """
    with_line = _run_at_line(text.line)
    if is_regex(text):
        regex = with_line(lambda: bounded_regex.inspect_regex(_fold_regex(text[1:-1], script)))
        check_template(fix, regex.names, text.line)
        literals = _add_folded_forms(regex.literals)
        shape = Pattern(str(text), text.line, literals, regex=regex.pattern, width=regex.width)
        return [shape._replace(exact=script != "any", peeks=regex.peeks, fix=fix)]
    phrase = with_line(lambda: phrases.parse_phrase(text, slots))
    check_template(fix, phrase.names, text.line)
    texts = phrase_expansion.expand_literals(phrase)
    if texts is not None:
        built = [_build_literal(text, word, script, fix, match_unchanged) for word in texts]
        if any(literal_pattern.checks or literal_pattern.fix for literal_pattern in built):
            return built
        return [built[0]._replace(literals=tuple([literal_pattern.literals[0] for literal_pattern in built]))]
    required = phrase_expansion.find_required_literals(phrase.parts)
    exact = script == "exact" or (match_unchanged and _is_changed_by_fold(phrase.parts))
    pattern = phrase_expansion.make_regex(phrase, str if exact else fold)
    literals = _add_folded_forms(required) if exact else tuple(sorted(map(fold, required)))
    shape = Pattern(str(text), text.line, literals, regex=pattern, width=phrase.width, exact=exact)
    return [shape._replace(fix=fix)]


def _run_at_line(line: int) -> Callable[[Callable[[], Any]], Any]:
    """Return a function that runs a task and adds the line to its fault."""

    def run(work: Callable[[], Any]) -> Any:
        try:
            return work()
        except RuleError as error:
            raise error.with_place(line=line) from None

    return run


def _build_literal(
    text: LocatedString, word: str, script: str | None, fix: str | None, match_unchanged: bool
) -> Pattern:
    # The form in the shadow of a Traditional text; a single word is too short to detect its script.
    folded = fold_words(word)
    checks: tuple[tuple[int, str], ...] = ()
    if script == "exact" or match_unchanged:
        places = enumerate(zip(word, folded, strict=True))
        checks = tuple(
            (offset, written) for offset, (written, other) in places if script == "exact" or written != other
        )
    if fix is not None and fix == word:
        raise RuleError("rule-same-fix", line=text.line, value=word)
    template = _keep_unchanged(word, fix)
    # Only a Traditional text is folded completely, so elsewhere the word occurs as written.
    literals = (folded, word) if checks and folded != word else (folded,)
    return Pattern(str(text), text.line, literals, checks=checks, fix=template)


def _keep_unchanged(word: str, fix: str | None) -> str | None:
    """Return the fix with ``{#1}`` for each unchanged character, so that 帳戶 keeps its 戶."""
    if fix is None or len(fix) != len(word) or "{" in fix:
        return fix
    pairs = zip(word, fix, strict=True)
    return "".join(f"{{#{offset}}}" if old == new else new for offset, (old, new) in enumerate(pairs))


def _add_folded_forms(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({form for word in words for form in (word, fold(word), fold_words(word))}))


def _fold_regex(pattern: str, script: str | None) -> str:
    # Only Chinese characters outside ranges are folded: a full-width bracket must not become syntax.
    return _HAN.sub(lambda match: fold(match[0]), pattern) if script == "any" else pattern


def _is_changed_by_fold(parts: Iterable[phrases.Part]) -> bool:
    """Return whether folding changes a Chinese character of the parts; punctuation may have any width."""
    for part in parts:
        if isinstance(part, str) and any(
            fold(characters) != characters for characters in re.findall("[\u3400-\u9fff]+", part)
        ):
            return True
        if isinstance(part, phrases.Choice) and any(_is_changed_by_fold(branch) for branch in part.branches):
            return True
    return False


def check_template(template: str | None, names: Iterable[str], line: int) -> None:
    """Check that a template names only captures.

    Raises:
        RuleError: it names something else.
    """
    if template is None:
        return
    allowed = ["match", *names]
    for field in FIELD.finditer(template):
        if field[1] not in allowed:
            values = {
                "value": template,
                "name": field[1],
                "known": ", ".join(f"{{{name}}}" for name in allowed),
            }
            raise RuleError("rule-template", line=line, **values)
    if re.search(r"[{}]", FIELD.sub("", template)):
        raise RuleError("rule-template-braces", line=line, value=template)


def build_conditions(
    text: LocatedString, slots: Slots, rule_patterns: Iterable[Pattern], inside: bool | None
) -> list[Unless]:
    """Build the conditions of one `unless:` phrase.

    Args:
        text: as written.
        slots: the pack's word classes.
        rule_patterns: the patterns of the rule; a phrase that contains one cancels only the hits inside it.
        inside: as the rule file says, or None.

    Raises:
        RuleError: as `build_patterns`, or the phrase has captures.
    """
    with_line = _run_at_line(text.line)
    if is_regex(text):
        pattern = with_line(lambda: bounded_regex.inspect_regex(_fold_regex(text[1:-1], "any"))).pattern
        return [Unless(str(text), text.line, inside is not False, "", pattern)]
    phrase = with_line(lambda: phrases.parse_phrase(text, slots, star=True))
    if phrase.names:
        raise RuleError("rule-phrase-captures", line=text.line)
    texts = phrase_expansion.expand_literals(phrase)
    if texts is not None:
        # The form in the shadow of a Traditional text, and the form in any other text.
        words = dict.fromkeys(form for word in texts for form in (fold_words(word), fold(word)))
        is_inside = (
            inside if inside is not None else any(_contains_pattern(word, rule_patterns) for word in words)
        )
        return [Unless(str(text), text.line, is_inside, word, "") for word in words]
    is_inside = (
        inside if inside is not None else _is_bracketed(text) or _contains_pattern(fold(text), rule_patterns)
    )
    regex = phrase_expansion.make_regex(phrase, fold_words)
    return [Unless(str(text), text.line, is_inside, "", regex)]


def _is_bracketed(text: str) -> bool:
    return _PAIRS.get(text[0]) == text[-1]


def _contains_pattern(word: str, rule_patterns: Iterable[Pattern]) -> bool:
    """Return whether a pattern of the rule matches inside `word`."""
    for pattern in rule_patterns:
        if pattern.regex and re.search(pattern.regex, word):
            return True
        if not pattern.regex and any(literal in word for literal in pattern.literals):
            return True
    return False
