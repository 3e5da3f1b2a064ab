"""A page that detects when hostile text runs or becomes an element."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser.engines.base import is_ours

PREPARE = """
  globalThis.happened = [];
  globalThis.fired = (number) => { happened.push(number); };
  globalThis.sent = async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  // Which elements with which attributes pages have as they were sent: what scripts do to them later differs from run to run.
  globalThis.structure = async (addresses = [location.href]) => {
    const elements = new Set();
    for (const address of addresses)
      for (const one of (await sent(address)).querySelectorAll("*")) elements.add(`${one.localName}[${one.getAttributeNames().sort()}]`);
    return [...elements];
  };
  globalThis.read = async ([address, place, odd]) => {
    const page = await sent(address);
    // A page that leads to another one has no such place.
    return [page.querySelector(place)?.textContent ?? "", page.querySelectorAll(odd).length];
  };
  globalThis.schemes = () => [...new Set([...document.querySelectorAll("*")].flatMap((one) =>
    [...one.attributes].filter((attribute) => /^(?:xlink:)?(?:href|src|action|formaction|data|poster)$/.test(attribute.name))
      .map((attribute) => new URL(attribute.value, "https://here/").protocol)))];
  globalThis.poke = () => {
    const names = ["mouseover", "mouseenter", "pointerover", "focus", "toggle", "load", "error", "animationstart", "begin", "start"];
    const events = names.map((name) => new Event(name)), all = document.querySelectorAll("*");
    for (const event of events) for (const one of all) one.dispatchEvent(event);
  };
"""


# Nothing of ours or Material's makes these; the preview of a badge is a picture.
ODD = ", ".join("img:not(#badge-image) iframe object embed base style video math marquee template".split()
                + "form[action] [autofocus] [srcdoc] #roadmap #clobber .fired".split()
                + [f"[on{name}]" for name in "load error click mouseover focus toggle begin start".split()])  # fmt: skip


@contextmanager
def guarded_page(browser: Browser) -> Iterator[Page]:
    """A page on which any dialog, error or request to elsewhere fails the test."""
    context = browser.new_context()
    context.set_default_timeout(30_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if is_ours(request.url) else wrong.append(request.url))
    page.add_init_script(PREPARE)
    yield page
    context.close()
    assert wrong == []


def normalized(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def check_nothing_ran(page: Page) -> set[str]:
    """Everything on the page is poked, and nothing may have fired or have become an element. The page's structure."""
    page.evaluate("poke()")
    assert page.evaluate("happened") == []
    assert set(page.evaluate("schemes()")) <= {"http:", "https:", "data:", "file:"}
    assert page.evaluate("(odd) => document.querySelectorAll(odd).length", ODD) == 0
    return set(page.evaluate("structure()"))


def read(page: Page, address: str, place: str = "html") -> str:
    """The text in a place of a page that is read as a browser reads it, but not opened: no text has become an element."""
    text, odd = page.evaluate("(given) => read(given)", [address, place, ODD])
    assert odd == 0, address
    return normalized(text)
