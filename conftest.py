"""What all tests and doctests share: no settings from outside, a cache of their own, the same random examples each time."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

#: Settings of the user's terminal that would change what a command prints.
_TERMINAL = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES")

# Every test process does this before the first test, so that subprocesses inherit it as well.
for _name in [*os.environ]:
    if _name.startswith(("POLICYTEXT_", "LC_")) or _name in _TERMINAL:
        del os.environ[_name]
# Whatever the user's typo model has learned changes no answer.
os.environ["POLICYTEXT_DATA"] = ""
# Subprocesses run this tree, wherever they start and whatever is installed.
_PATH = (str(Path(__file__).resolve().parent), os.environ.get("PYTHONPATH", ""))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, _PATH))

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run a single file or test in this process: workers take longer to start than it takes to run."""
    return 0 if len(config.args) == 1 and ".py" in config.args[0] else None


@pytest.fixture(scope="session", autouse=True)
def rule_cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache for compiled rules: one for each test process, and never the user's own."""
    folder = str(tmp_path_factory.getbasetemp() / "rule-cache")
    os.environ["POLICYTEXT_CACHE"] = folder
    return folder
