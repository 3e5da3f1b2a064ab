"""What changed in a published roadmap, by day: the page "What's new", and the same as an Atom feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from learning_roadmap.model import Entry, RoadmapIndex, Tombstone
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.page import Heading, Page, SearchEntry, Settings
from learning_roadmap.pages.view import View

NEWS_PATH = "news.md"
FEED_FILE = "feed.xml"
# A reader keeps what it has seen; new subscribers get the last days.
DAYS_IN_FEED = 30


@dataclass(frozen=True)
class NewsDay:
    """The changes of one day.

    Attributes:
        is_first: whether the roadmap was published on it.
    """

    day: date
    added: tuple[Entry, ...]
    removed: tuple[Tombstone, ...]
    is_first: bool

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"day-{self.day}"


def news_days(index: RoadmapIndex) -> list[NewsDay]:
    """The days with changes, the last one first; none if the roadmap is not published.

    What a split creates is told by the split.
    """
    published = index.roadmap.published
    if published is None:
        return []
    removed = [tombstone for tombstone in index.roadmap.history if tombstone.on]
    parts = {(tombstone.on, id) for tombstone in removed if tombstone.was == "split" for id in tombstone.into}
    added = [place.entry for place in index.located.values() if place.entry.added and (place.entry.added, place.entry.id) not in parts]
    days = {published, *(entry.added for entry in added if entry.added), *(tombstone.on for tombstone in removed if tombstone.on)}
    return [
        NewsDay(
            day,
            tuple(entry for entry in added if entry.added == day),
            tuple(tombstone for tombstone in removed if tombstone.on == day),
            day == published,
        )
        for day in sorted(days, reverse=True)
    ]


def last_change(index: RoadmapIndex) -> date | None:
    """The day of the last change; None if the roadmap is not published."""
    return next((news.day for news in news_days(index)), None)


def news_page(root: View) -> Page:
    """The changes of all days."""
    view = root.at(NEWS_PATH)
    title, days = view.words("news.title"), news_days(view.index)
    return Page(
        path=NEWS_PATH,
        group="news",
        title=title,
        html=view.render("news.html", title=title, days=days, feed=view.file(FEED_FILE) if view.site_url else ""),
        description=view.words("news.description"),
        toc=(Heading(title, "page-news", 1, tuple(Heading(str(news.day), news.anchor, 2) for news in days)),),
        search=(SearchEntry(title, ""),),
    )


def feed_title(index: RoadmapIndex, settings: Settings) -> str:
    """The title of the feed."""
    return settings.strings.text("pages.news.feed_title", roadmap=index.roadmap.title)


def feed(index: RoadmapIndex, settings: Settings, language: str = "en") -> str:
    """The Atom feed, with an entry for each day. Its site has an absolute address, and its roadmap is published."""
    view = View("index.md", index, Addresses(index), settings.with_absolute_addresses())
    days: Sequence[NewsDay] = news_days(index)[:DAYS_IN_FEED]
    return view.render(
        "feed.xml", title=feed_title(index, settings), days=days, page=view.page(NEWS_PATH), address=view.file(FEED_FILE), language=language
    )
