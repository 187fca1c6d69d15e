"""The page about rule files: its packs work, each mistake gets the message that it shows, and every key has its place."""

import re
from pathlib import Path

import pytest

from policytext.messages import Lang
from policytext.rulebook import domain_keys, rule_keys
from tests.helpers import ROOT, Capture, answer

PAGES: dict[Lang, Path] = {"zh": ROOT / "docs" / "rules.zh.md", "en": ROOT / "docs" / "rules.md"}
_PACK = re.compile(r"^<!-- pack -->\n+```yaml\n(.*?)^```$", re.M | re.S)
_MISTAKE = re.compile(
    r"^\d+\. ([^\n]+)\n\n   <!-- mistake -->\n\n   ```yaml\n(.*?)^   ```\n\n   ```text\n   ([^\n]+)\n   ```$",
    re.M | re.S,
)
_RECORDS = (
    rule_keys.PACK,
    rule_keys.LINT,
    rule_keys.EXTRACT,
    rule_keys.EXTRACT_TEST,
    rule_keys.TARGETS_TEST,
    domain_keys.DOMAIN,
    domain_keys.TOPIC,
    domain_keys.EXTENSION,
    domain_keys.EXTENDED_TOPIC,
)


def read(lang: Lang) -> str:
    return PAGES[lang].read_text(encoding="utf-8")


def mistakes(lang: Lang) -> list[tuple[str, str, str]]:
    """The mistakes of a page: the name, the pack without its indent, and the message."""
    found = _MISTAKE.findall(read(lang))
    return [(name, re.sub(r"^ {3}", "", pack, flags=re.M), message) for name, pack, message in found]


def lines_of(capfd: Capture, *arguments: str) -> tuple[int, list[str]]:
    code, out, err = answer(capfd, *arguments)
    lines = (out + err).replace("policytext: ", "").replace(f"{ROOT}/", "").splitlines()
    return code, [line for line in lines if line.startswith("my.yaml:")]


@pytest.mark.parametrize(("number", "pack"), list(enumerate(_PACK.findall(read("en")), 1)))
def test_each_pack_of_the_page_passes_its_tests(number: int, pack: str, folder: Path, capfd: Capture) -> None:
    assert number
    (folder / "my.yaml").write_text(pack, encoding="utf-8")
    assert lines_of(capfd, "rules", "test", "my.yaml") == (0, [])
    assert lines_of(capfd, "rules", "check", "my.yaml") == (0, [])


@pytest.mark.parametrize(
    ("lang", "name", "pack", "message"),
    [
        pytest.param(lang, name, pack, message, id=f"{lang}: {name}")
        for lang in PAGES
        for name, pack, message in mistakes(lang)
    ],
)
def test_each_mistake_gets_the_message_that_the_page_shows(
    lang: Lang, name: str, pack: str, message: str, folder: Path, capfd: Capture
) -> None:
    (folder / "my.yaml").write_text(pack, encoding="utf-8")
    _, lines = lines_of(capfd, "rules", "check", "my.yaml", "--lang", lang)
    assert lines[:1] == [message], name


def test_both_pages_have_the_same_packs_and_mistakes() -> None:
    without_notes = [re.sub("(?m)  # .*$", "", pack) for pack in _PACK.findall(read("zh"))]
    assert without_notes == [re.sub("(?m)  # .*$", "", pack) for pack in _PACK.findall(read("en"))]
    assert [pack for _, pack, _ in mistakes("zh")] == [pack for _, pack, _ in mistakes("en")]
    assert len(mistakes("zh")) >= 20


@pytest.mark.parametrize("lang", PAGES)
def test_every_key_is_explained_and_used(lang: Lang) -> None:
    page = read(lang)
    packs = "\n".join(_PACK.findall(page))
    for record in _RECORDS:
        for field in record.fields:
            assert f"`{field.name}`" in page, (record.name, field.name)
            assert re.search(rf"(?:^|[\s{{])(?:- )?{field.name}:", packs), (record.name, field.name)
