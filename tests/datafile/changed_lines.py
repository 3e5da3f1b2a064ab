"""Changes of a data file by chance: most of them mistakes that people make."""

import random
import re

ENDS = (" # a comment", "#", " ", "\t", ",", ":", "'", " \u00a0", "”", "\n  more", " &a", " !b", "\u2028", "\x85", "\x07", "é", "!")


def with_change(lines: list[str], chance: random.Random) -> list[str]:
    """A file with one line added, removed, moved or changed, at random."""
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[at]
    # Twice, because an edit of a text is what should be fast.
    changes = ["edit", "edit", "copy", "move", "remove", "comment", "indent", "quote", "null", "bare", "value", "word", "end", "http"]
    match chance.choice(changes):
        case "edit":
            texts_at = [number for number, text in enumerate(lines) if re.match(r" +(title|summary|- ask|answer): \w", text)]
            at = chance.choice(texts_at)
            return [*lines[:at], lines[at].replace(": ", f": {chance.choice(['Again', 'A b', 'x'])} ", 1), *lines[at + 1 :]]
        case "copy":
            return [*lines[:other], line, *lines[other:]]
        case "move":
            rest = [*lines[:at], *lines[at + 1 :]]
            return [*rest[:other], line, *rest[other:]]
        case "remove":
            return [*lines[:at], *lines[at + 1 :]]
        case "comment":
            return [*lines[:at], "# A comment.", *lines[at:]]
        case "indent":
            return [*lines[:at], f"  {line}", *lines[at + 1 :]]
        case "quote":
            return [*lines[:at], line.replace(": ", ': "', 1), *lines[at + 1 :]]
        case "value":
            # Mostly the id of something else, or a reference to it.
            return [*lines[:at], line.partition(": ")[0] + ": " + lines[other].rpartition(": ")[2], *lines[at + 1 :]]
        case "word":
            words, others = list(re.finditer(r"[\w-]+", line)), re.findall(r"[\w-]+", lines[other])
            if not words or not others:
                return lines
            word = chance.choice(words)
            return [*lines[:at], line[: word.start()] + chance.choice(others) + line[word.end() :], *lines[at + 1 :]]
        case "end":
            return [*lines[:at], line + chance.choice(ENDS), *lines[at + 1 :]]
        case "http":
            addresses = [number for number, text in enumerate(lines) if "https:" in text]
            at = chance.choice(addresses or [at])
            return [*lines[:at], lines[at].replace("https:", "http:"), *lines[at + 1 :]]
        case "null":
            return [*lines[:at], line.partition(": ")[0] + ":", *lines[at + 1 :]]
        case _:
            return [*lines[:at], line.strip(), *lines[at + 1 :]]
