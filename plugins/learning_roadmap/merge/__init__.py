"""Bring documents into a roadmap: split items into single things, match them, place what is new."""
