"""A roadmap as a study guide in PDF: to print, or to tick on a tablet. Knows no MkDocs."""

from learning_roadmap.guide.cache import cached_guide
from learning_roadmap.guide.cards import CARD_SIZE, SITE_CARD, Card, cached_cards, site_cards
from learning_roadmap.guide.chapters import Part
from learning_roadmap.guide.guide import GUIDE_FILE, Guide, NotPrintable, make_guide
from learning_roadmap.guide.options import Options, PaperSize

__all__ = [
    "CARD_SIZE",
    "GUIDE_FILE",
    "SITE_CARD",
    "Card",
    "Guide",
    "NotPrintable",
    "Options",
    "PaperSize",
    "Part",
    "cached_cards",
    "cached_guide",
    "make_guide",
    "site_cards",
]
