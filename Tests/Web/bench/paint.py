"""How soon a page and a key are painted; `make bench-paint` prints one JSON object. Not limits: the machine that measures is not a phone."""
import json, tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from support.browsers import CHROMIUM
from support.officer_console import Konsol
from support.page_weight import PROFILES, visit
from support.seated_members import Seats
from support.server import Server, sqlite, until

PHASES = ["shown", "ready", "agreed", "filling", "originals", "called"]
SLOWER, KEYS = 4, 90


def pages(browser: Browser, server: Server) -> dict:
    """Of two first visits the better one."""
    found = {}
    for profile in PROFILES:
        for path in ("/", "/jadwal"):
            visits = [visit(new_page(browser, 360), server.url + path, path, profile) for _ in range(2)]
            found[f"{path} over {profile}"] = {
                "lcp_ms": round(min(one.paint for one in visits)), "bytes": visits[0].bytes, "requests": visits[0].requests}
    return found


def keys(browser: Browser, server: Server) -> dict:
    """From a key at a full console to the frame that shows what it did, as the browser itself measures it, in steps of 8 ms."""
    people = Seats(server, server.branches()[0]["code"])
    page = new_page(browser, 1366)
    try:
        for phase in PHASES:
            people.come(1, checked=phase != "ready")
        konsol = Konsol(page, server, people.branch).begin()
        people.seated()
        for person, phase in zip(people.people, PHASES):
            people.reach(person, phase)
        konsol.renew()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate("""() => { window.painted = []; new PerformanceObserver(list => { for (const one of list.getEntries())
            if (one.name == 'keydown') painted.push(one.duration) }).observe({ type: 'event', durationThreshold: 16 }) }""")
        for index in range(KEYS):
            page.keyboard.press(str(1 + index % len(PHASES)))
            page.wait_for_timeout(250)
        until(lambda: page.evaluate("painted.length") >= KEYS * 8 // 9, 30, "keys were painted")
        times = sorted(page.evaluate("painted"))
    finally:
        people.close()
    return {"slower": SLOWER, "keys": len(times), "p50_ms": times[len(times) // 2], "p95_ms": times[len(times) * 95 // 100]}


def new_page(browser: Browser, width: int):
    return browser.new_context(viewport={"width": width, "height": 740}, locale="id-ID").new_page()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = sqlite(Path(folder)).start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            print(json.dumps({"pages": pages(browser, server), "key_to_frame": keys(browser, server)}, indent=2))
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
