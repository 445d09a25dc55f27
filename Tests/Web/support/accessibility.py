"""What every page must be for people with a screen reader, a keyboard or a large font."""
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()


def faults(page: Page) -> list[str]:
    return [*axe(page), *structure(page), *reflow(page), *tab_order(page)]


def accessible(page: Page, name: str) -> None:
    """A look that refuses the page at the first fault."""
    found = faults(page)
    assert not found, f"{name}:\n" + "\n".join(found)


# A refresh in the page's head is for a browser in which no script lives; a living one ends it (WCAG 2.2.1: nothing is lost by it, for
# such a page has nothing to fill in).
SCRIPTLESS = ["meta-refresh"]


def axe(page: Page, without: list[str] = []) -> list[str]:
    # The library is large: where it stays in the page, it is not sent again.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    rules = page.evaluate("options => axe.run(options).then(result => result.violations)",
                          {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"],
                           "rules": {rule: {"enabled": False} for rule in SCRIPTLESS + without}})
    return [f"{rule['id']}: {rule['help']}: {node['html'][:160]}" for rule in rules for node in rule["nodes"]]


def structure(page: Page) -> list[str]:
    found = []
    if page.locator("html").get_attribute("lang") not in ("id", "en"):
        found.append("the page does not say its language")
    if (count := page.locator("h1").count()) != 1:
        found.append(f"{count} h1")
    unlabelled = page.evaluate("""() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
        .filter(field => !field.labels.length && !field.ariaLabel).map(field => field.name)""")
    return found + [f"no label: {name}" for name in unlabelled]


def reflow(page: Page) -> list[str]:
    """WCAG 1.4.10: at 320 points nobody scrolls sideways."""
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(size)
    return [f"{width} points wide on a screen of 320"] if width > 320 else []


def tab_order(page: Page, most: int = 60) -> list[str]:
    """The Tab key alone reaches the main action of the page."""
    if not page.locator("main .btn:visible").count():
        return []
    page.evaluate("""() => { document.activeElement?.blur(); getSelection().removeAllRanges(); window.isReached = false;
        addEventListener('focusin', event => { isReached ||= event.target.matches('main .btn') }) }""")
    for at in range(most):
        page.keyboard.press("Tab")
        if at % 5 == 4 and page.evaluate("isReached"):
            return []
    return ["the Tab key does not reach the main action"]
