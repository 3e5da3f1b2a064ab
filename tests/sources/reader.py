"""A document given as text, as the reader reads it."""

from pathlib import Path

from learning_roadmap.model.index import walk_outline
from learning_roadmap.sources import Reading, read_document


def read(folder: Path, content: str | bytes) -> Reading:
    path = folder / "doc.md"
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return read_document(path)


def texts(reading: Reading) -> list[str]:
    return [item.text for item in walk_outline(reading.outline)]
