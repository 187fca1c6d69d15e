"""What all tests of the command line share."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for compiled rules that all tests of one run share, and nobody's own."""
    folder = tmp_path_factory.getbasetemp() / "rule-cache"
    monkeypatch.setenv("POLICYTEXT_CACHE", str(folder))
    return folder
