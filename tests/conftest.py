"""How many examples Hypothesis tries: as many as usual, or as many as `make fuzz` wants."""

import os

from hypothesis import settings

settings.register_profile("asked", max_examples=int(os.environ.get("ROADMAP_EXAMPLES", "100")), deadline=None)
settings.load_profile("asked")
