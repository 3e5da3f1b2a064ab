"""The picture of the map, as shapes for the layout to draw."""

from dataclasses import asdict

from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.fold_out import fold_out
from learning_roadmap.picture import LARGE, PAPER, Box, NoGraphviz, PhaseBox, Slice, arrow, layout, section_graph


def picture(edition: Edition) -> Data | None:
    """The picture in slices that pages can break between. None if the guide is not of the whole map, or where it cannot be drawn."""
    options, index = edition.options, edition.index
    if options.phase is not None or options.document is not None or len(index.roadmap.phases) < 2:
        return None
    try:
        drawing = layout(index, section_graph(index), LARGE if options.large else PAPER)
    except NoGraphviz:
        return None
    style = drawing.style
    numbers = {phase.id: number for number, phase in enumerate(index.roadmap.phases, 1)}
    slices = [{**_slice(slice), "number": numbers[slice.phase.box.entry.id]} for slice in drawing.slices()]
    sizes: Data = {"font_size": style.font_size, "title_size": style.title_size, "pad": style.pad}
    page = fold_out(slices[0]["width"], [slice["height"] for slice in slices], style.font_size, options)
    sizes["fold_out"] = asdict(page) if page else None
    return {"width": slices[0]["width"], "slices": slices, **sizes, "line_height": style.line_height, "title_height": style.title_height}


def _slice(slice: Slice) -> Data:
    def point(x: float, y: float) -> list[float]:
        return [round(x - slice.x, 1), round(y - slice.y, 1)]

    def box(of: Box) -> Data:
        return {"at": point(of.x, of.y), "width": of.width, "height": of.height, "lines": list(of.lines)}

    phase: PhaseBox = slice.phase
    return {
        "width": slice.width,
        "height": slice.height,
        "chapter": phase.box.entry.id,
        "phase": box(phase.box),
        "sections": [box(section) for section in phase.sections],
        "lines": [[point(at.x, at.y) for at in line.points] for line in slice.lines],
        "arrows": [[point(x, y) for x, y in arrow(line.points)] for line in slice.lines],
    }
