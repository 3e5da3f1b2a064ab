"""All tests, and the helpers that they share."""

from pathlib import Path

import pytest

# A failed assertion in a helper shows its values, too.
pytest.register_assert_rewrite(
    *(f"{__name__}.{path.stem}" for path in Path(__file__).parent.iterdir() if path.stem not in ("__init__", "__pycache__"))
)
