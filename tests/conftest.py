"""Property tests draw the same examples everywhere, so that a run depends on nothing but the code."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
