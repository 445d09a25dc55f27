"""One officer and six members in real browsers with fake cameras, from the lobby to the decision; `make bench-video` prints one JSON object.

Seconds are those of this machine while seven browsers run on it; bytes, frames and CPU seconds hold anywhere.
"""
import json, os, sys, tempfile, time
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from support.browsers import CHROMIUM
from support.camera import film, flags
from support.member_at_home import WIRETAP, Guest, evidence, ready, rows
from support.officer_console import Konsol
from support.server import Server, until

BRANCH, SEATS = "jakarta-salemba", int(sys.argv[1]) if len(sys.argv) > 1 else 6


def cpu(roots: list[int]) -> float:
    """Seconds of these processes and all that came from them."""
    parents, used, tick = {}, {}, os.sysconf("SC_CLK_TCK")
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(entry.name)], used[int(entry.name)] = int(fields[1]), (int(fields[11]) + int(fields[12])) / tick
    tree = set(roots)
    while more := {p for p, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return sum(used[p] for p in tree if p in used)


def children() -> set[int]:
    me = os.getpid()
    found = {me}
    while more := {int(e.name) for e in Path("/proc").iterdir() if e.name.isdigit() and parent(e) in found} - found:
        found |= more
    return found - {me}


def parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = Path(folder)
        server = Server(f"sqlite:{folder}/lapak.db", folder).start()
        browsers, kinds = [], {"server": [server.process.pid], "officer": [], "members": []}

        def open_page(kind: str, colour: tuple[int, int, int], width: int):
            before = children()
            browsers.append(playwright.chromium.launch(executable_path=CHROMIUM, args=flags(
                film(folder / f"{len(browsers)}.mjpeg", colour, 1280, 720))))
            kinds[kind] += sorted(children() - before)
            page = browsers[-1].new_context(viewport={"width": width, "height": 740}, locale="id-ID").new_page()
            page.set_default_timeout(60_000)
            return page

        try:
            people = ready(server, BRANCH, SEATS)
            desk = open_page("officer", (20, 90, 60), 1366)
            desk.add_init_script(WIRETAP)
            konsol = Konsol(desk, server, BRANCH).begin(seats=SEATS)
            begun = time.monotonic()
            guests = []
            for number, person in enumerate(people):
                guests.append(Guest(open_page("members", (30 * number + 30, 60, 200 - 30 * number), 360), server, person).enter())
                guests[-1].answer()
            ids = konsol.seats(people)
            for id, _ in ids:
                until(lambda: konsol.frames(id) > 5, 90, f"pictures of {id}")
            joined = time.monotonic() - begun
            konsol.press(str(ids[0][1]))
            expect(guests[0].page.locator("#mode")).to_contain_text("melihat dan mendengar")
            time.sleep(5)
            spent = {kind: cpu(pids) for kind, pids in kinds.items()}
            frames = [konsol.frames(id) for id, _ in ids]
            voices = [g.flow("outbound-rtp", "audio", "bytesSent") for g in guests]
            sent = [g.flow("outbound-rtp", "video", "bytesSent") for g in guests]
            window = time.monotonic()
            time.sleep(15)
            window = time.monotonic() - window
            result = {
                "seats": SEATS, "cores": os.cpu_count(), "load": os.getloadavg()[0], "all_joined_seconds": round(joined, 1),
                "seconds": round(window, 1),
                "cpu_cores": {kind: round((cpu(pids) - spent[kind]) / window, 3) for kind, pids in kinds.items()},
                "frames_per_second": [round((konsol.frames(id) - f) / window, 1) for (id, _), f in zip(ids, frames)],
                "sizes": [desk.evaluate("id => { const v = document.querySelector(`#video [data-id='${id}'] video`); return `${v.videoWidth}x${v.videoHeight}` }", id)
                          for id, _ in ids],
                "video_kbit_per_second": [round((g.flow("outbound-rtp", "video", "bytesSent") - s) / window / 125, 1) for g, s in zip(guests, sent)],
                "voice_bytes": [g.flow("outbound-rtp", "audio", "bytesSent") - v for g, v in zip(guests, voices)],
            }
            for guest in guests:
                guest.photograph_all()
            konsol.serve(guests, ids)
            until(lambda: rows(server, "SELECT count(*) FROM claim WHERE phase = 'approved'")[0][0] == SEATS, 60, "every claim is decided")
            result["keystrokes_per_claim"] = round(konsol.strokes / SEATS, 2)
            result["stills"] = sum(len(evidence(server, p["claim"])) for p in people)
            result["still_sizes"] = sorted({f"{w}x{h}" for p in people for _, _, w, h in evidence(server, p["claim"]).values()})
            result["approved"] = SEATS
            print(json.dumps(result, indent=2))
        finally:
            for browser in browsers:
                browser.close()
            server.stop()


if __name__ == "__main__":
    main()
