"""The hall display on televisions and boxes of 2016 and later, and without a living script at all: never frozen in silence."""
import re
from itertools import count
from urllib.parse import urlparse

import esprima
import pytest
from playwright.sync_api import Page, expect

from support.manager import Manager
from support.server import until
from support.walk_ins import booths, come

# What the language and browsers got after Chromium 53 (2016), as far as somebody might reach for it.
LATER = re.compile(r"""randomUUID|AbortSignal|AbortController|replaceChildren|replaceWith|\.append\(|\.prepend\(|\.before\(|\.after\(
    |\.at\(|\.flat\(|\.flatMap\(|fromEntries|Object\.(values|entries)|replaceAll|matchAll|padStart|padEnd|trimStart|allSettled
    |\{\s*\.\.\.|,\s*\.\.\.\w+\s*\}|Promise\.any|\.finally\(|structuredClone|queueMicrotask|globalThis|toSorted|findLast|ResizeObserver|IntersectionObserver
    |navigator\.locks|BroadcastChannel|crypto\.subtle|toggleAttribute|requestSubmit|URLSearchParams|visualViewport""", re.X)

# The same, taken away from a browser of today; and what it would be on a plain http address.
OLD = """for (const [owner, names] of [
    [crypto, ['randomUUID', 'subtle']], [AbortSignal, ['timeout', 'any']], [window, ['AbortController', 'structuredClone', 'BroadcastChannel']],
    [Element.prototype, ['replaceChildren', 'replaceWith', 'append', 'prepend', 'before', 'after', 'toggleAttribute']],
    [Document.prototype, ['append', 'replaceChildren']], [CharacterData.prototype, ['replaceWith']],
    [Array.prototype, ['at', 'flat', 'flatMap', 'findLast']], [Object, ['fromEntries', 'values', 'entries']],
    [String.prototype, ['at', 'replaceAll', 'matchAll', 'padStart', 'padEnd']], [Promise, ['allSettled', 'any']],
    [Promise.prototype, ['finally']], [Navigator.prototype, ['locks']],
]) for (const name of names) Object.defineProperty(owner, name, { value: undefined, configurable: true });"""
HEARD = "window.heard = []; addEventListener('diumumkan', e => heard.push(e.detail))"
BRANCHES = count(27)


@pytest.fixture
def hall(server, new_phone, browser):
    """The address of a display of a branch where nobody is yet, and a fresh page for it, whose complaints about scripts are meant."""
    branch = server.branches()[next(BRANCHES)]["code"]
    desk = new_phone(width=1366)
    Manager(desk, server, branch).sign_in()
    desk.goto(server.url + "/kantor/layar")
    path = urlparse(desk.locator("main a.btn[href^='/layar/']").get_attribute("href")).path
    screen = browser.new_context(viewport={"width": 1366, "height": 740}, timezone_id="Asia/Jakarta", locale="id-ID")
    yield branch, server.url + path, screen.new_page()
    screen.close()


def script(server, address: str) -> str:
    page = server.get(urlparse(address).path).text
    sources = re.findall(r"<script ([^>]*)>", page)
    assert len(sources) == 1 and sources[0].startswith("defer ") and "module" not in sources[0], sources
    return server.get(re.search(r'src="([^"]+)"', sources[0])[1]).text


def test_its_script_is_plain_and_of_2015(server, hall):
    text = script(server, hall[1])
    esprima.parseScript(text)
    words = [(one.type, one.value) for one in esprima.tokenize(text)]
    later = {("Identifier", "async"), ("Identifier", "await"), ("Keyword", "async"), ("Keyword", "await"), ("Punctuator", "**")}
    assert not later & set(words)
    assert not LATER.search(text), LATER.search(text)[0]


@pytest.mark.parametrize("line", ["a?.b;", "a ?? b;", "class A { #x = 1; }", "class A { x = 1; }", "try { a(); } catch { b(); }",
                                  "const n = 1_000;", "a ||= b;", "import './a.js';"])
def test_what_is_later_would_be_found(line):
    with pytest.raises(esprima.Error):
        esprima.parseScript(line)


def loads(page: Page, address: str) -> list[str]:
    seen: list[str] = []
    page.on("request", lambda asked: asked.url == address and asked.method == "GET" and asked.resource_type == "document" and seen.append(asked.url))
    return seen


def sooner(page: Page, address: str, seconds: int) -> None:
    """The page as it is, but that it loads itself anew so soon."""
    def answer(route):
        got = route.fetch()
        text = got.text().replace('http-equiv="refresh" content="60"', f'http-equiv="refresh" content="{seconds}"')
        assert f'content="{seconds}"' in text
        route.fulfill(response=got, body=text)
    page.route(address, answer)


def test_on_an_old_television_on_plain_http_calls_come_and_the_page_stays(server, hall):
    branch, address, page = hall
    page.add_init_script(OLD + HEARD)
    sooner(page, address, 3)
    faults, seen = [], loads(page, address)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address)
    page.wait_for_timeout(1000)
    before = page.locator("#papan").get_attribute("data-posisi")
    booths(server, branch, 1)
    come(server, branch, 1)
    until(lambda: page.wait_for_timeout(300) or page.locator("#papan").get_attribute("data-posisi") != before, 30, "the board was drawn anew")
    page.wait_for_timeout(4000)
    assert faults == [] and len(seen) == 1, (faults, seen)


@pytest.mark.parametrize("death", ["const a = b?.c ?? d;", "throw new Error('at once')", "document.querySelector('#hall').remove.call(null)", "",
                                   None], ids=["syntax", "throws", "a missing interface", "empty", "404"])
def test_without_a_living_script_the_page_loads_itself_anew_and_says_its_age(hall, death):
    _, address, page = hall
    page.route("**/lapak-hall.*.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body=death)
               if death is not None else route.fulfill(status=404, body=""))
    sooner(page, address, 3)
    seen = loads(page, address)
    page.goto(address)
    age = page.locator("#papan .umur")
    expect(age).to_be_hidden()
    assert age.evaluate("el => { el.getAnimations().forEach(one => one.finish()); return getComputedStyle(el).visibility }") == "visible"
    expect(age).to_have_text(re.compile(r"Terakhir diperbarui \d\d\.\d\d"))
    page.emulate_media(reduced_motion="reduce")
    assert age.evaluate("el => getComputedStyle(el).animationName") == "umur", "whoever wants no motion still sees it"
    until(lambda: page.wait_for_timeout(300) or len(seen) >= 3, 20, "the page was loaded anew")


def test_a_board_that_nobody_draws_any_more_is_loaded_anew_whatever_fails_in_its_script(hall):
    _, address, page = hall
    page.clock.install()
    seen = loads(page, address)
    page.goto(address)
    page.wait_for_timeout(1000)
    page.evaluate("document.querySelector('#papan').parentNode.replaceChild = () => { throw new Error('as an old browser would') }; 0")
    page.clock.run_for("02:30")
    until(lambda: page.wait_for_timeout(200) or len(seen) == 2, 20, "the board was loaded anew")


def told(page: Page, body: str) -> None:
    page.route("**/aliran*", lambda route: route.fulfill(status=200, content_type="text/event-stream", body=body))


@pytest.mark.parametrize("known, is_old", [('["/lapak-hall.0000000000.js"]', True), ("[]", True), ("no json", False), ("{}", False)])
def test_a_new_version_takes_the_displays_place_once_and_only_a_version_does(hall, known, is_old):
    _, address, page = hall
    page.clock.install()
    told(page, f"retry: 600000\n\nevent: versi\ndata: {known}\n\n")
    seen = loads(page, address)
    page.goto(address)
    page.wait_for_timeout(1500)
    page.clock.run_for("00:15")
    page.wait_for_timeout(1500)
    assert len(seen) == (2 if is_old else 1), seen
    page.clock.run_for("01:00")
    page.wait_for_timeout(1000)
    assert len(seen) == (2 if is_old else 1), "while two versions answer it is not loaded again and again"


def test_the_running_version_is_told_and_leaves_the_page_alone(server, hall):
    _, address, page = hall
    page.clock.install()
    page.goto(address)
    page.evaluate("window.same = true")
    page.wait_for_timeout(1500)
    page.clock.run_for("00:40")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.same === true")
    known = server.get("/versi.json").json()
    assert all(urlparse(one).path in known for one in page.locator("script[src]").evaluate_all("all => all.map(one => one.src)"))
    assert all(server.get(one).status_code == 200 for one in known)


def test_seven_tabs_of_one_browser_all_go_on(server, new_phone):
    """Over HTTP/1.1 a browser has six connections to one server: streams of seven tabs would stall everything."""
    branch = server.branches()[next(BRANCHES)]["code"]
    visits = come(server, branch, 1)
    context = new_phone().context
    pages = [context.new_page() for _ in range(7)]
    for page in pages:
        page.goto(server.url + visits[0].path, timeout=20_000)
        page.wait_for_timeout(300)
    answer = pages[0].evaluate("fetch('/healthz').then(a => a.text())")
    assert answer == "ok\n"
    for page in pages:
        drawn = page.locator("#isi-nomor").get_attribute("data-kini")
        expect(page.locator("#galat")).to_be_hidden()
        assert drawn
    pages[-1].goto(server.url + "/bantuan", timeout=10_000)
