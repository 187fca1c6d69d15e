"""Option > environment > nearest configuration file > default, and one line for everything that can't be
meant.
"""

from pathlib import Path

import pytest

from policytext.cli import configuration
from policytext.cli.configuration import Config
from policytext.cli.options import SETTINGS
from policytext.cli.settings import resolve
from policytext.errors import ConfigError


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_each_origin_gives_way_to_the_one_before_it() -> None:
    config = Config(
        "c.toml", {"lang": "en", "color": "never", "depth": 3}, {"lang": 1, "color": 2, "depth": 3}
    )
    environ = {"POLICYTEXT_COLOR": "always", "POLICYTEXT_DEPTH": "2"}
    settings = resolve({"depth": "1"}, environ=environ, config=config)
    assert (settings.number("depth"), settings["depth"].origin) == (1, "--depth")
    assert (settings.text("color"), settings["color"].origin) == ("always", "POLICYTEXT_COLOR")
    assert (settings.lang, settings["lang"].origin) == ("en", "c.toml:1")
    assert (settings.switch("quiet"), settings["quiet"].origin) == (False, "default")


def test_every_setting_has_a_value_of_its_kind_by_default() -> None:
    settings = resolve({}, environ={})
    kinds: dict[str, type | tuple[type, ...]] = {
        "text": (str, type(None)),
        "switch": bool,
        "number": (int, type(None)),
        "ratio": float,
        "rate": (float, type(None)),
        "size": str,
        "names": tuple,
        "table": tuple,
    }
    assert set(SETTINGS) <= set(settings)
    assert all(isinstance(settings[name].value, kinds[SETTINGS[name].kind]) for name in SETTINGS)


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        pytest.param("quiet", "1", True, id="1 is on"),
        pytest.param("quiet", "FALSE", False, id="case does not matter"),
        pytest.param("quiet", "", False, id="an empty variable is off, as shells set it"),
        pytest.param("depth", "3", 3, id="a number"),
        pytest.param("exclude", "*.bak, 草稿/*", ("*.bak", "草稿/*"), id="a list is separated by commas"),
        pytest.param("exclude", "", (), id="an empty list"),
    ],
)
def test_a_variable_sets_its_option(name: str, written: str, value: object) -> None:
    assert resolve({}, environ={f"POLICYTEXT_{name.upper()}": written})[name].value == value


@pytest.mark.parametrize(
    ("options", "environ", "message"),
    [
        pytest.param({"depth": "0"}, {}, "--depth 的值 0 无效（应为不小于 1 的整数）", id="too small"),
        pytest.param(
            {"depth": "²"}, {}, "--depth 的值 ² 无效（应为不小于 1 的整数）", id="a digit that is no number"
        ),
        pytest.param(
            {"depth": "9" * 5000}, {}, f"--depth 的值 {'9' * 5000} 无效（应为不小于 1 的整数）", id="huge"
        ),
        pytest.param(
            {"color": "allways"},
            {},
            "--color 的值 allways 无效，是不是 always？（可选 auto|always|never）",
            id="a typing mistake",
        ),
        pytest.param(
            {"lang": "日本語"}, {}, "--lang 的值 日本語 无效（可选 zh|en）", id="a value that resembles none"
        ),
        pytest.param(
            {}, {"POLICYTEXT_QUIET": "ja"}, "POLICYTEXT_QUIET 的值 ja 无效（应为 1 或 0）", id="a variable"
        ),
    ],
)
def test_a_bad_value_names_its_origin(
    options: dict[str, object], environ: dict[str, str], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        resolve(options, environ=environ)
    assert caught.value.render("zh") == message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(
            'encodign = "gb18030"',
            "c.toml:2: 没有 encodign 这项设置，是不是 encoding？（--show-settings 列出全部设置）",
            id="a misspelt key is reported",
        ),
        pytest.param("水 = 1", None, id="no bare key in TOML"),
        pytest.param(
            '"水" = 1',
            "c.toml:2: 没有 水 这项设置（--show-settings 列出全部设置）",
            id="a key that resembles none",
        ),
        pytest.param("depth = true", "c.toml:2: depth 的值 true 无效（应为整数）", id="true is no number"),
        pytest.param('depth = "2"', "c.toml:2: depth 的值 '2' 无效（应为整数）", id="a quoted number"),
        pytest.param("depth = 0", "c.toml:2: depth 的值 0 无效（应为不小于 1 的整数）", id="too small"),
        pytest.param(
            "quiet = 1", "c.toml:2: quiet 的值 1 无效（应为 true 或 false）", id="1 is no switch in TOML"
        ),
        pytest.param("encoding = 936", "c.toml:2: encoding 的值 936 无效（应为字符串）", id="a code page"),
        pytest.param(
            'exclude = "*.bak"', "c.toml:2: exclude 的值 '*.bak' 无效（应为字符串列表）", id="no list"
        ),
        pytest.param(
            "exclude = [1]",
            "c.toml:2: exclude 的值 [1] 无效（应为字符串列表）",
            id="a list of something else",
        ),
        pytest.param(
            "[outline]", "c.toml:2: 没有 outline 这项设置（--show-settings 列出全部设置）", id="a table"
        ),
        pytest.param(
            "depth = = 2",
            "c.toml:2: 不是有效的 TOML：Invalid value（请改正这一行）",
            id="no TOML",
        ),
    ],
)
def test_a_bad_line_in_a_file_is_named(
    line: str, message: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "c.toml", f"# settings\n{line}\n")
    with pytest.raises(ConfigError) as caught:
        resolve({}, environ={}, config=configuration.load_config("c.toml"))
    if message:
        assert caught.value.render("zh") == message
    assert caught.value.line == 2


def test_a_file_that_is_missing_or_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gbk.toml").write_bytes(b'lang = "en"\n# \xd6\xd0\n')
    for path, message in [
        ("none.toml", "none.toml: 没有这个配置文件（请检查 --config）"),
        ("gbk.toml", "gbk.toml:2: 配置文件不是 UTF-8 文本（请另存为 UTF-8）"),
    ]:
        with pytest.raises(ConfigError) as caught:
            configuration.load_config(path)
        assert caught.value.render("zh") == message


def test_a_shared_file_named_by_the_user_needs_our_table(tmp_path: Path) -> None:
    path = written(tmp_path, "pyproject.toml", "[project]\nname = 'a'\n")
    with pytest.raises(ConfigError, match=r"no table \[tool\.policytext\]"):
        configuration.load_config(str(path))


def test_the_nearest_file_wins_and_a_shared_one_without_our_table_is_none(tmp_path: Path) -> None:
    below = tmp_path / "甲" / "乙"
    below.mkdir(parents=True)
    own = written(tmp_path, ".policytext.toml", 'lang = "en"\n')
    written(tmp_path / "甲", "pyproject.toml", "[project.scripts]\npolicytext = 'x:y'\n")
    found = configuration.find_config(str(below))
    assert found is not None
    assert (found.path, found.values) == (str(own), {"lang": "en"})
    shared = written(below, "pyproject.toml", "[tool.other]\nlang = 1\n\n[tool.policytext]\ndepth = 2\n")
    found = configuration.find_config(str(below))
    assert found == Config("pyproject.toml", {"depth": 2}, found.lines if found else {})
    assert found is not None
    assert found.lines["depth"] == 5
    assert shared.exists()


def test_a_byte_order_mark_before_a_configuration_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / ".policytext.toml"
    path.write_bytes(b'\xef\xbb\xbflang = "en"\r\nquiet = true\r\n')
    found = configuration.find_config(str(tmp_path))
    assert found is not None
    assert found.values == {"lang": "en", "quiet": True}
    assert found.lines == {"lang": 1, "quiet": 2}
