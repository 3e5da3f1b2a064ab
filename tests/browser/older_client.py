"""The core of a build from before "known already": tabs and caches still have it when a later one is deployed."""

import gzip
from pathlib import Path

OLDER_CORE = gzip.decompress((Path(__file__).parent.parent / "data" / "clients" / "core-before-known.js.gz").read_bytes()).decode()
