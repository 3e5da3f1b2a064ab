"""The page Backup & sync, opened."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.backup.backup_file import PICKER
from tests.browser.backup.page import open_backup


@pytest.fixture
def backup(page: Page, server: str) -> Page:
    """The page, with the part that reads and writes files loaded."""
    open_backup(page, server)
    page.evaluate("roadmap.need('backup')")
    return page


@pytest.fixture
def picker(context: BrowserContext, page: Page, server: str) -> Page:
    """The page in a browser whose file dialogs answer by themselves."""
    context.add_init_script(PICKER)
    return open_backup(page, server)
