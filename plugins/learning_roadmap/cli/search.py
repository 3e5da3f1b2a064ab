"""`roadmap search`: find entries by words."""

import sys
from pathlib import Path

import click

from learning_roadmap.cli.common import inform, load_data, reporting_errors, say, say_json
from learning_roadmap.cli.options import data_option, format_option, quiet_option
from learning_roadmap.diagnostics import visible
from learning_roadmap.model import KIND, RoadmapIndex, kind_of, word_for

MOST = 10


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(list(KIND)), help="Only entries of this kind.")
@click.option("--most", type=click.IntRange(1), default=MOST, show_default=True, help="Largest number of results.")
@data_option
@format_option("text", "json")
@quiet_option
def search(words: tuple[str, ...], kind: str | None, most: int, data: Path, style: str) -> None:
    """Find entries by words, also misspelled ones.

    Looks for all WORDS in titles, alternative names and ids, then in summaries and authors. Exit code 1 if nothing is found.
    """
    with reporting_errors(writes=False):
        file = load_data(data)
        from learning_roadmap.edit import search as find

        index = RoadmapIndex(file.roadmap)
        hits = [hit for hit in find(index, " ".join(words)) if kind is None or kind_of(hit.entry).name == kind]
    if style == "json":
        say_json([
            {"id": hit.entry.id, "kind": kind_of(hit.entry).name, "title": hit.entry.title, "line": file.lines[hit.entry.id],
             "score": round(hit.score), "text": hit.text}
            for hit in hits[:most]
        ])  # fmt: skip
    else:
        width = max((len(hit.entry.id) for hit in hits[:most]), default=0)
        for hit in hits[:most]:
            also = "" if hit.text in (hit.entry.title, hit.entry.id.replace("-", " ")) else f": {hit.text}"
            say(visible(f"{hit.entry.id:{width}}  {hit.entry.title} ({word_for(hit.entry)}){also}"))
        if len(hits) > most:
            inform(f"… and {len(hits) - most:,} more; --most {len(hits)} lists all.")
        elif not hits:
            inform(f"nothing resembles '{visible(' '.join(words))}'.")
    sys.exit(0 if hits else 1)
