"""``policytext rules show``: a rule as a pack that can be read back, with the changes of all packs."""

import re
from collections.abc import Iterator

from policytext.cli.rules._shared import finish, select_rules, write
from policytext.cli.setting_errors import Origin, make_suggestion_error
from policytext.cli.settings import Settings
from policytext.messages import say
from policytext.rulebook.domain_writer import write_domain
from policytext.rulebook.rule_types import Domain, Rule
from policytext.text.display import format_path
from policytext.text.lazy_patterns import LazyPattern

_TOP_KEY = LazyPattern(r"[^\s#-]")


def show(settings: Settings) -> None:
    """Show the effective definition of one rule of a pack."""
    found = select_rules(settings)
    name = settings.text("name") or ""
    rule = found.book.find_rule(name)
    if rule is None:
        raise make_suggestion_error("no-such-pack-rule", name, list(found.book.names), Origin(name))
    if isinstance(rule, Domain):
        changed = "".join(
            say("show-changed", settings.lang, place=f"{format_path(one.path)}:{one.line}")
            for one in rule.extensions
        )
        note = say("show-domain", settings.lang, pack=rule.origin.pack) + changed
        lines = write_domain(rule, note)
    else:
        lines = _copy_rule(rule)
    write(settings, (f"{line}\n" for line in lines))
    finish(found, 0, "")


def _copy_rule(rule: Rule) -> Iterator[str]:
    """Yield the lines of a lint or extract rule as they are written in its pack."""
    with open(rule.origin.path, encoding="utf-8-sig") as file:
        lines = file.read().split("\n")
    yield "policytext: 1"
    yield f"pack: {rule.id.replace('/', '-')}-effective"
    first = rule.origin.line - 1
    head = next(number for number in range(first, -1, -1) if _TOP_KEY.match(lines[number]))
    for number, line in enumerate(lines):
        if re.match(r"(?:slots|at):", line):
            yield from _take_block(lines, number)
    yield lines[head].split("[")[0].rstrip()
    block = list(_take_block(lines, first))
    yield from block
    if not any(re.match(r"\s*override:", line) for line in block) and len(block) > 1:
        yield f"{re.match(' *', block[1])[0]}override: yes"  # type: ignore[index]


def _take_block(lines: list[str], first: int) -> Iterator[str]:
    """Yield a line and those below it that are indented further."""
    indent = len(lines[first]) - len(lines[first].lstrip())
    block = [lines[first]]
    for line in lines[first + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        block.append(line)
    while not block[-1].strip() or block[-1].lstrip().startswith("#"):
        block.pop()
    yield from block
