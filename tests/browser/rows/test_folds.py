"""Sections fold: which are open, for how long, and what opens a closed one."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.page import until
from tests.browser.rows.conftest import PHASE


def fold(page: Page, title: str) -> Locator:
    return page.get_by_role("heading", level=2).get_by_role("button", name=title, exact=True)


def test_the_section_of_the_next_topic_is_open(phase: Page) -> None:
    expect(fold(phase, "Oven")).to_have_attribute("aria-expanded", "false")
    expect(phase.get_by_role("checkbox", name="Steam")).to_have_count(0)
    expect(fold(phase, "Dough")).to_have_attribute("aria-expanded", "true")
    phase.evaluate("roadmap.store.put(new Map([['state/steam', { state: 'learning', at: 5 }]]))")
    phase.reload()
    expect(fold(phase, "Oven")).to_have_attribute("aria-expanded", "true")
    expect(fold(phase, "Dough")).to_have_attribute("aria-expanded", "false")


def test_what_is_opened_stays_open_for_the_session(phase: Page, bakery: str) -> None:
    fold(phase, "Oven").click()
    fold(phase, "Dough").click()
    phase.goto(bakery)
    phase.goto(bakery + PHASE)
    expect(fold(phase, "Oven")).to_have_attribute("aria-expanded", "true")
    expect(fold(phase, "Dough")).to_have_attribute("aria-expanded", "false")
    expect(phase.get_by_role("checkbox", name="Steam")).to_be_visible()


def test_one_button_opens_and_closes_all(phase: Page) -> None:
    phase.get_by_role("button", name="Expand all").click()
    expect(phase.locator("[data-rm-body][hidden]")).to_have_count(0)
    phase.get_by_role("button", name="Collapse all").click()
    expect(phase.locator("[data-rm-body]:not([hidden])")).to_have_count(0)
    expect(phase.get_by_role("checkbox", name="Flour")).to_have_count(0)


def test_a_link_to_a_section_opens_it(page: Page, bakery: str) -> None:
    page.goto(f"{bakery}{PHASE}#section-oven")
    expect(page.get_by_role("checkbox", name="Steam")).to_be_visible()
    fold(page, "Oven").click()
    page.evaluate("location.hash = '#topic-steam'")
    expect(page.get_by_role("checkbox", name="Steam")).to_be_in_viewport()


def test_the_search_in_the_page_opens_a_section_and_details(phase: Page) -> None:
    body = phase.locator("[data-rm-section='section:oven'] [data-rm-body]")
    expect(body).to_have_attribute("hidden", "until-found")
    # What the browser does when it finds text there.
    body.evaluate("body => { body.dispatchEvent(new Event('beforematch', { bubbles: true })); body.hidden = false; }")
    expect(fold(phase, "Oven")).to_have_attribute("aria-expanded", "true")
    phase.locator("#topic-steam > details").evaluate("details => { details.open = true; }")
    expect(phase.get_by_role("dialog", name="Details of Steam")).to_be_visible()


def test_closed_sections_print(phase: Page) -> None:
    phase.emulate_media(media="print")
    expect(phase.locator("#topic-steam .rm-title")).to_be_visible()
    height = phase.locator("#topic-steam").bounding_box()
    assert height and height["height"] > 10
    expect(phase.locator(".rm-filters")).to_be_hidden()


# What the rows of the section "Dough" show: which are ticked or partly ticked, the progress of "Kneading", which have a note, and other states.
SHOWN = """(() => { const rows = document.querySelector("[data-rm-section='section:dough']");
    const of = (boxes, property) => [...boxes].filter((box) => box[property]).map((box) => box.dataset.tick);
    const boxes = rows.querySelectorAll(".rm-tick");
    return [of(boxes, "checked"), of(boxes, "indeterminate"), rows.querySelector("[data-scope='topic:kneading'] .rm-count").textContent,
      [...rows.querySelectorAll(".rm-has-note")].map((button) => button.dataset.entry),
      [...rows.querySelectorAll(".rm-state")].map((label) => label.textContent)]; })()"""
STORED = [["flour", "folding"], ["kneading"], "1 of 2 topics · 50%", ["flour"], ["known already"]]


def close_dough(phase: Page) -> None:
    """Load the page again, with records for the section "Dough", which is closed, because a topic of the other one is being learned."""
    phase.evaluate(
        """roadmap.store.write([["state/steam", { state: "learning" }], ["state/folding", { state: "done" }],
             ["state/flour", { state: "done", known: true }], ["note/flour", { text: "Rye." }]])"""
    )
    phase.reload()
    expect(fold(phase, "Dough")).to_have_attribute("aria-expanded", "false")


def test_a_section_that_opens_shows_at_once_what_is_stored(phase: Page) -> None:
    close_dough(phase)
    shown = phase.evaluate(f"(document.querySelector('#section-dough button').click(), {SHOWN})")
    assert shown == STORED


def test_a_closed_section_shows_on_paper_what_is_stored(phase: Page) -> None:
    close_dough(phase)
    phase.pdf()
    assert phase.evaluate(SHOWN) == STORED
    expect(fold(phase, "Dough")).to_have_attribute("aria-expanded", "false")


def test_what_changes_while_a_section_is_closed_is_shown_when_it_opens(phase: Page, bakery: str) -> None:
    close_dough(phase)
    fold(phase, "Dough").click()
    fold(phase, "Dough").click()
    other = phase.context.new_page()
    other.goto(bakery + PHASE)
    other.evaluate("roadmap.store.write([['state/flour', { state: 'learning' }], ['state/slapping', { state: 'done' }]])")
    until(phase, "roadmap.store.state('slapping') === 'done'")
    # As when the roadmap has changed, and when the records are gone. In one step, before they are brought back from the second copy.
    emptied = "roadmap.rows.bind(), localStorage.clear(), roadmap.store.refresh()"
    shown = phase.evaluate(f"({emptied}, document.querySelector('#section-dough button').click(), {SHOWN})")
    assert shown == [[], [], "0 of 2 topics · 0%", [], []]


def test_nothing_moves_when_the_client_starts(page: Page, bakery: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { window.shift += one.value; }))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    # Where the script takes longer than two seconds to start, the page is shown without it. On a busy machine it may.
    page.add_init_script(
        "const longer = new CSSStyleSheet(); longer.replaceSync('html * { animation-duration: 60s !important; }');"
        "document.adoptedStyleSheets = [longer];"
    )
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(bakery + PHASE)
        expect(fold(page, "Oven")).to_have_attribute("aria-expanded", "false")
        page.wait_for_timeout(500)
        assert page.evaluate("window.shift") <= 0.01
