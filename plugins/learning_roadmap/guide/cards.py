"""Pictures for previews of links to the site: one for the site, one for each phase."""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from learning_roadmap.cache import Cache
from learning_roadmap.guide.cache import version_of
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.strings import Strings

CARD_SIZE = (1200, 630)
PIXELS_PER_INCH = 144.0
LAYOUT = Path(__file__).parent / "layout" / "cards.typ"
# The name of the picture of the whole site.
SITE_CARD = "site"


@dataclass(frozen=True)
class Card:
    """A picture and its texts.

    Attributes:
        name: of its file, without the suffix.
        above: small, above the title.
        below: small, below the title.
        at: the number of the phase, from 0; None for the whole roadmap.
    """

    name: str
    title: str
    above: str
    below: str
    at: int | None = None


def site_cards(index: RoadmapIndex, strings: Strings, site_name: str) -> list[Card]:
    """The picture of the site, then one for each phase, whose name is ``phase-`` and its id."""
    phases = index.roadmap.phases

    def topics(count: int) -> str:
        return strings.text("guide.cards.topics", count=count)

    whole = strings.text("guide.cards.whole", phases=strings.text("guide.cards.phases", count=len(phases)), topics=topics(len(index.leaf_topics)))
    cards = [Card(SITE_CARD, site_name, strings.text("guide.cards.site"), whole if phases else "")]
    for number, phase in enumerate(phases):
        below = strings.text("guide.cards.phase", number=number + 1, total=len(phases), topics=topics(len(index.leaves_of(phase))))
        cards.append(Card(f"phase-{phase.id}", phase.title, site_name, below, number))
    return cards


def cached_cards(cards: list[Card], stops: int, fonts: tuple[Path, ...], folder: Path, language: str = "en") -> dict[str, bytes]:
    """The pictures as PNG by name, from ``folder`` if they are cached there. A card whose texts no font can show has none.

    Args:
        stops: how many phases the road has.
        fonts: folders with fonts for characters that the wheel's fonts lack.
    """
    data = {"cards": [asdict(card) for card in cards], "stops": stops, "language": language}
    digest = hashlib.sha256(json.dumps([data, version_of("typst")]).encode() + LAYOUT.read_bytes() + Path(__file__).read_bytes())
    for path in sorted(path for fonts_folder in fonts for path in fonts_folder.rglob("*") if path.is_file()):
        digest.update(path.name.encode() + path.read_bytes())
    cache, key = Cache(folder), digest.hexdigest()[:32]
    if (cached := cache.get("cards", key)) is not None:
        return _unpacked(cached)
    pictures = make_cards(cards, stops, fonts, language)
    cache.put("cards", key, *_packed(pictures))
    return pictures


def make_cards(cards: list[Card], stops: int, fonts: tuple[Path, ...], language: str = "en") -> dict[str, bytes]:
    """The pictures as PNG by name: the same input gives the same bytes."""
    # Slow to import, and needed only when nothing is cached.
    import typst

    from learning_roadmap.guide.fonts import font_book
    from learning_roadmap.guide.glyphs import without_glyph

    book = font_book(fonts)
    missing = without_glyph([text for card in cards for text in (card.title, card.above, card.below)], book)
    shown = [card for card in cards if not any(cluster in text for cluster in missing for text in (card.title, card.above, card.below))]
    if not shown:
        return {}
    data = {"cards": [asdict(card) for card in shown], "stops": stops, "language": language, "fonts": book.names}
    files = {"main.typ": LAYOUT.read_bytes(), "cards.json": json.dumps(data).encode()}
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(files, root=empty, font_paths=book.fonts, ignore_system_fonts=True)  # type: ignore[type-var]
        pictures = compiler.compile(format="png", ppi=PIXELS_PER_INCH)
    listed = pictures if isinstance(pictures, list) else [pictures]
    return {card.name: bytes(picture) for card, picture in zip(shown, listed, strict=True) if picture is not None}


def _packed(pictures: dict[str, bytes]) -> Iterator[bytes]:
    yield json.dumps([[name, len(picture)] for name, picture in pictures.items()]).encode() + b"\n"
    yield from pictures.values()


def _unpacked(packed: bytes) -> dict[str, bytes]:
    head, _, rest = packed.partition(b"\n")
    pictures: dict[str, bytes] = {}
    for name, size in json.loads(head):
        pictures[name], rest = rest[:size], rest[size:]
    return pictures
