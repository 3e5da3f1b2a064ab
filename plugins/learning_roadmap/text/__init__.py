"""Bytes and characters: decoding, and characters that deceive the eye."""
