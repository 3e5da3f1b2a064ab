"""The areas of links: one rectangle for each line."""

from pikepdf import Array, Dictionary, Name, Pdf

from learning_roadmap.guide.own_links import OwnLink, Place, take_links


def link(file: Pdf, address: str, key: int, *quads: tuple[int, int, int, int]) -> Dictionary:
    corners = [number for left, bottom, right, top in quads for number in (left, bottom, right, bottom, right, top, left, top)]
    action = Dictionary(S=Name.URI, URI=address.encode())
    areas = {"QuadPoints": Array(corners)} if quads else {}
    return file.make_indirect(Dictionary(Subtype=Name.Link, Rect=Array([1, 2, 3, 4]), StructParent=key, A=action, **areas))


def test_areas_of_links_are_merged_and_own_links_taken() -> None:
    file = Pdf.new()
    page = file.add_blank_page()
    web = "https://example.org/"
    in_line = link(file, web, 1, (0, 0, 10, 8), (10, 2, 10, 2), (10, 0, 30, 8))
    over_lines = link(file, web, 3, (40, 20, 60, 28), (60, 20, 80, 28), (0, 8, 20, 16))
    page.obj.Annots = Array([link(file, "place:here", 0), in_line, link(file, 'page:{"names":["here"]}', 2), over_lines])
    taken = take_links(file, list(file.pages), 100)
    assert taken.places == [Place("here", 0, 1, 4)] and taken.removed == {0}
    assert taken.links == [OwnLink("page", {"names": ["here"]}, 0, 1)]
    left = list(page.obj.Annots)
    assert [int(annotation.StructParent) for annotation in left] == [101, 102, 103]
    assert "/QuadPoints" not in left[0], "its rectangle says as much"
    assert [float(number) for number in left[2].QuadPoints] == [40, 20, 80, 20, 80, 28, 40, 28, 0, 8, 20, 8, 20, 16, 0, 16]
