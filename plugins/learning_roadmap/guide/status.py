"""What has become of something that documents still name, in words."""

from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.options import Options
from learning_roadmap.model import Status

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def month_name(number: int, options: Options) -> str:
    """The name of a month, from 1."""
    return options.text(f"months.{MONTHS[number - 1]}")


def status_note(status: Status | None, edition: Edition) -> Data | None:
    """The change with its date, successor and note; and the successor's page, if it has one in this guide."""
    if status is None:
        return None
    options = edition.options
    words = options.label(status.fate).capitalize()
    if status.since:
        year, _, month = status.since.partition("-")
        date = options.text("status.month", month=month_name(int(month), options), year=year) if month else year
        words = options.text("status.since", change=words, date=date)
    if status.successor:
        words = options.text("status.successor", change=words, name=status.successor)
    target = status.entry if status.entry in edition.printed_ids else None
    return {"words": words, "note": status.note or "", "target": edition.place(target) if target else ""}
