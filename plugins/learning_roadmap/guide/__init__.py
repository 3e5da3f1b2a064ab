"""A roadmap as a study guide in PDF: to print, or to tick on a tablet. Knows no MkDocs."""

from learning_roadmap.guide.cache import cached_guide, cached_poster
from learning_roadmap.guide.cards import CARD_SIZE, SITE_CARD, Card, cached_cards, site_cards
from learning_roadmap.guide.chapters import Part
from learning_roadmap.guide.guide import GUIDE_FILE, POSTER_FILE, Guide, NotPrintable, make_guide, make_poster
from learning_roadmap.guide.options import Notes, Options, PaperSize

__all__ = [
    "CARD_SIZE",
    "GUIDE_FILE",
    "POSTER_FILE",
    "SITE_CARD",
    "Card",
    "Guide",
    "NotPrintable",
    "Notes",
    "Options",
    "PaperSize",
    "Part",
    "cached_cards",
    "cached_guide",
    "cached_poster",
    "make_guide",
    "make_poster",
    "site_cards",
]
