"""Keys as WebDriver names them: https://www.w3.org/TR/webdriver2/#keyboard-actions."""

NAMED = {
    "Space": " ", "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009", "Alt": "\ue00a", "Escape": "\ue00c",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}  # fmt: skip


def chord(keys: str) -> list[dict[str, str]]:
    """Keys that are pressed together, and let go in reverse: ``Control+z``."""
    values = [NAMED.get(key, key) for key in keys.split("+")]
    return [{"type": "keyDown", "value": value} for value in values] + [{"type": "keyUp", "value": value} for value in reversed(values)]


def text(letters: str) -> list[dict[str, str]]:
    """A text, key by key."""
    return [{"type": kind, "value": letter} for letter in letters for kind in ("keyDown", "keyUp")]
