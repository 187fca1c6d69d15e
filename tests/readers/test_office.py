"""Old office files are converted by LibreOffice; without it, one clear line names the remedy."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policytext.errors import ReadError
from policytext.readers import office, read
from tests.readers.word import docx, paragraph

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a script")

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
# What LibreOffice is called with, as far as this goes.
PROGRAM = """#!{python}
import os, shutil, sys, time
out = sys.argv[sys.argv.index("--outdir") + 1]
made = os.path.join(out, os.path.splitext(os.path.basename(sys.argv[-1]))[0] + ".docx")
assert "docx" in sys.argv and sys.argv[1].startswith("-env:UserInstallation=file:")
{work}
"""
COPY = "os.makedirs(out); shutil.copy({made!r}, made)"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "旧.doc"
    path.write_bytes(OLD)
    return path


def install(folder: Path, work: str, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = folder / "bin"
    programs.mkdir()
    program = programs / "soffice"
    program.write_text(PROGRAM.format(python=sys.executable, work=work), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))


def fault(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    return caught.value.code


def test_through_libreoffice(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(docx(paragraph("一、总体要求")))
    install(tmp_path, COPY.format(made=str(made)), monkeypatch)
    source = read(old)
    assert (source.text, source.medium, source.path) == ("一、总体要求\n", "docx", str(old))


def test_without_libreoffice(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fault(old) == "kind-old-office"
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 a}")
    assert fault(tmp_path / "a.rtf") == "kind-rtf"


@pytest.mark.parametrize(
    ("work", "code"),
    [
        pytest.param("sys.exit(1)", "conversion-failed", id="refused"),
        pytest.param("pass", "conversion-failed", id="nothing-made"),
        pytest.param("time.sleep(60)", "conversion-slow", id="too-slow"),
    ],
)
def test_a_conversion_that_fails(
    work: str, code: str, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "TIMEOUT", 0.5 if code == "conversion-slow" else 60)
    install(tmp_path, work, monkeypatch)
    assert fault(old) == code


def test_a_slow_conversion_leaves_no_process(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = tmp_path / "child"
    monkeypatch.setattr(office, "TIMEOUT", 2)
    work = (
        "import subprocess; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        f"open({str(number)!r}, 'w').write(str(child.pid)); time.sleep(60)"
    )
    install(tmp_path, work, monkeypatch)
    assert fault(old) == "conversion-slow"
    child = int(number.read_text())
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        if _is_zombie(child):
            return
        time.sleep(0.05)
    pytest.fail("the converter's child still runs")


def _is_zombie(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False


@pytest.mark.skipif(office.find_program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "rtf", "wps"])
def test_files_that_libreoffice_has_written(ending: str, tmp_path: Path) -> None:
    given = tmp_path / "计划.docx"
    given.write_bytes(docx(paragraph("一、总体要求") + paragraph("到2030年，入学率达到95%。")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "doc" if ending == "wps" else ending
    command = [
        str(office.find_program()),
        profile,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(given)], check=True, capture_output=True, timeout=300)
    path = shutil.move(tmp_path / f"计划.{form}", tmp_path / f"旧 计划.{ending}")
    assert read(path).text == "一、总体要求\n到2030年，入学率达到95%。\n"
