"""A backup file in the browser's private file system, in place of one on the disk."""

from playwright.sync_api import Page

# A file of the browser's own stands in for one that the learner has chosen: the same handles, without a dialog.
PICKER = """
  globalThis.showSaveFilePicker = async (options) => {
    globalThis.suggested = options.suggestedName;
    return (await navigator.storage.getDirectory()).getFileHandle("mine.json", { create: true });
  };
  globalThis.showOpenFilePicker = async () => [await globalThis.showSaveFilePicker({})];
"""


def on_disk(page: Page) -> str:
    text: str = page.evaluate(
        "async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('mine.json', { create: true })).getFile()).text()"
    )
    return text


def fill(page: Page, text: str) -> None:
    page.evaluate(
        """async text => { const file = await (await navigator.storage.getDirectory()).getFileHandle("mine.json", { create: true });
             const writable = await file.createWritable(); await writable.write(text); await writable.close(); }""",
        text,
    )


def exported(page: Page) -> str:
    text: str = page.evaluate("roadmap.progress.write(roadmap.progress.everything())")
    return text
