"""What holds for all tests: how many examples Hypothesis tries, and the marker of tests that need a browser."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# As many as usual, or as many as `make fuzz` wants.
settings.register_profile("asked", max_examples=int(os.environ.get("ROADMAP_EXAMPLES", "100")), deadline=None)
settings.load_profile("asked")
BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER) or "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
