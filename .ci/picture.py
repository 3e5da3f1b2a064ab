"""A picture of the rows that a change touches: python .ci/picture.py CHANGES.json SITE PICTURE.png"""

import base64
import html
import json
import os
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

MOST = 24
WIDTH = 900


def places(changes: list[dict[str, str]], site: Path) -> dict[str, str]:
    """For each changed entry, the page and anchor of its row; what has no row, such as what is gone, has no place."""
    anchors: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        for anchor in re.findall(r'\sid="([a-z]+-[a-z0-9-]+)"', page.read_text(encoding="utf-8")):
            anchors.setdefault(anchor, f"{page.resolve().as_uri()}#{anchor}")
    found = {f"{change['kind']}-{change['id']}": "" for change in changes}
    return {anchor: anchors[anchor] for anchor in found if anchor in anchors}


def main(changes: Path, site: Path, target: Path) -> None:
    rows = list(places(json.loads(changes.read_text(encoding="utf-8")), site).items())
    shots: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("ROADMAP_CHROMIUM"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
        for anchor, address in rows[:MOST]:
            page.goto(address)
            row = page.locator(f'[id="{anchor}"]')
            row.scroll_into_view_if_needed()
            shot = base64.b64encode(row.screenshot()).decode()
            shots.append(f'<p><code>{html.escape(anchor)}</code></p><p><img src="data:image/png;base64,{shot}" style="max-width:100%"></p>')
        rest = f"<p>… and {len(rows) - MOST} more</p>" if len(rows) > MOST else ""
        page.set_content(f'<body style="font-family:sans-serif">{"".join(shots) or "<p>No row is touched.</p>"}{rest}</body>')
        page.screenshot(path=target, full_page=True)
        browser.close()
    print(f"{target}: {min(len(rows), MOST)} of {len(rows)} rows")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
