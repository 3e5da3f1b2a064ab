"""Characters and commands that must never be in printed text."""

import re

# What the logs of hosts obey, and what steers a terminal or hides in a line.
OBEYED = re.compile(r"##[A-Za-z]*\[|^\s*::", re.MULTILINE)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
