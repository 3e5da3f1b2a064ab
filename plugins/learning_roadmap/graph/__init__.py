"""What the prerequisites of topics answer: pure functions of positions in the order of the map."""
