"""What all tests share: examples that depend on nothing but the code, and no archive that anybody has taught."""

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def nothing_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model of typos as it comes, whatever the user of this machine has taught it."""
    monkeypatch.setenv("POLICYTEXT_DATA", "")
