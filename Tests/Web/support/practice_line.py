"""Officers and members at the practice line: real pages with fake cameras, and what a test asks of them."""
import base64, socket, threading

from playwright.sync_api import Browser, Page, Playwright

from support.browsers import CHROMIUM, watch
from support.camera import flags
from support.server import settled, until

BEGIN = """async ({ kind, policy }) => {
    const box = stream => { const v = document.body.appendChild(document.createElement('video')); v.autoplay = v.playsInline = true; v.srcObject = stream };
    Object.assign(window, { seats: {}, modes: [], heard: [], lines: [], places: [], cids: new Set() });
    window.signal = new LapakRTC.Signal(location.pathname).on('jalur', d => lines.push(d.open)).on('pindah', d => places.push(d.here));
    const own = await LapakRTC.open();
    window.side = kind == 'Officer'
        ? new LapakRTC.Officer(signal, { policy, stream: own, onStream: (id, stream) => box(stream), onState: (id, seat) => { seats[id] = seat; const p = side.peers.get(id); if (p) cids.add(p.cid) }, onMessage: (id, m) => heard.push([id, m]) })
        : new LapakRTC.Member(signal, { policy, stream: own, onStream: box, onState: seat => { seats.officer = seat }, onAttention: mode => modes.push(mode), onMessage: m => heard.push(m) });
    window.peer = id => kind == 'Officer' ? side.peers.get(id) : side.peer;
    window.count = async (id, way, kind, what) => { const p = peer(id); return p ? (await LapakRTC.stats(p.pc))[way][kind]?.[what] || 0 : 0 };
    window.grows = async (id, way, kind, what, by) => { const begun = await count(id, way, kind, what); while (await count(id, way, kind, what) < begun + by) await new Promise(done => setTimeout(done, 50)) };
    signal.open();
}"""


class Side:
    """One page: `s1` is an officer, `i10` to `i19` are that officer's members."""

    def __init__(self, page: Page, url: str, name: str, policy: str = "all", begin: bool = True):
        self.page, self.name, self.policy = page, name, policy
        page.goto(f"{url}/dev/saluran/{name}")
        if begin:
            self.begin()

    def begin(self) -> "Side":
        self.page.evaluate(BEGIN, {"kind": "Officer" if self.name[0] == "s" else "Member", "policy": self.policy})
        return self

    def run(self, script: str, argument=None):
        return self.page.evaluate(script, argument)

    def until(self, condition: str, argument=None, within: float = 30) -> None:
        # A promise counts as yes to what waits in the page.
        if condition.startswith("async"):
            return until(lambda: self.run(condition, argument), within, condition)
        # As a function: what is a mere expression would be evaluated in the page, which the content policy forbids.
        condition = condition if argument is not None else f"() => {condition}"
        self.page.wait_for_function(condition, arg=argument, timeout=within * 1000, polling=100)

    def connected(self, id: str = "officer") -> "Side":
        self.until("id => seats[id]?.state == 'connected'", id)
        return self

    def count(self, way: str, kind: str, what: str, id: str | None = None) -> int:
        return self.run("([id, way, kind, what]) => count(id, way, kind, what)", [id, way, kind, what])

    def quiet(self, way: str, id: str | None = None) -> int:
        """Voice that was counted, once none is under way any more."""
        return settled(lambda: self.count(way, "audio", "bytes", id), 30, "no voice comes any more")

    def grows(self, way: str, kind: str, what: str, by: int, id: str | None = None) -> None:
        """Comes back when so much more was counted."""
        self.page.set_default_timeout(40_000)
        self.run("([id, way, kind, what, by]) => grows(id, way, kind, what, by)", [id, way, kind, what, by])

    def sees(self, id: str | None = None) -> None:
        """Pictures of the other side are decoded."""
        self.grows("in", "video", "frames", 5, id)

    def capture(self, options: str = "{}") -> tuple[bytes, int, int, str]:
        got = self.run(f"""async () => {{ const c = await LapakRTC.capture(side.peer.video.sender.track, {options});
            const text = await new Promise(done => {{ const r = new FileReader(); r.onload = () => done(r.result.split(',')[1]); r.readAsDataURL(c.blob) }});
            return [text, c.width, c.height, c.how] }}""")
        return base64.b64decode(got[0]), *got[1:]


class Calls:
    """A browser with a camera, and the pages opened in it."""

    def __init__(self, playwright: Playwright, film, url: str):
        self.browser: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags(film))
        self.url, self.complaints = url, []

    def open(self, *names: str, policy: str = "all", begin: bool = True) -> list[Side]:
        """Each in a browser context of its own."""
        sides = []
        for name in names:
            page = self.browser.new_context().new_page()
            watch(page, self.complaints)
            sides.append(Side(page, self.url, name, policy, begin))
        return sides

    def hang_up(self) -> None:
        for context in self.browser.contexts:
            context.close()
        complaints, self.complaints = self.complaints, []
        assert not complaints, "the browser complained:\n" + "\n".join(complaints)


class Way:
    """A UDP way to the relay that can be lost: whoever used it until then never gets through again, whoever comes anew does."""

    def __init__(self, port: int):
        self.target, self.ways, self.lost = ("127.0.0.1", port), {}, set()
        self.door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.door.bind(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.carry, daemon=True).start()

    def carry(self) -> None:
        while True:
            try:
                packet, client = self.door.recvfrom(4096)
            except OSError:
                return
            if client in self.lost:
                continue
            if client not in self.ways:
                out = self.ways[client] = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                out.connect(self.target)
                threading.Thread(target=self.carry_back, args=(out, client), daemon=True).start()
            try:
                self.ways[client].send(packet)
            except OSError:
                pass

    def carry_back(self, out: socket.socket, client) -> None:
        while True:
            try:
                packet = out.recv(4096)
                if client not in self.lost:
                    self.door.sendto(packet, client)
            except OSError:
                return

    def lose(self) -> None:
        self.lost |= set(self.ways)

    def close(self) -> None:
        self.door.close()
        for out in self.ways.values():
            out.close()
