"""The picture of the map: the graph of sections, its layout, and the SVG."""
