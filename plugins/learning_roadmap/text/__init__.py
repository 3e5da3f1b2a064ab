"""Bytes and characters: decoding, and characters that deceive the eye."""

from learning_roadmap.text.confusables import describe_mixed_script, invisible_character, invisible_characters, mixed_script
from learning_roadmap.text.decode import LINE_END, MEBIBYTE, NEVER, DecodedText, decode, read_text, split_lines

__all__ = [
    "LINE_END",
    "MEBIBYTE",
    "NEVER",
    "DecodedText",
    "decode",
    "describe_mixed_script",
    "invisible_character",
    "invisible_characters",
    "mixed_script",
    "read_text",
    "split_lines",
]
