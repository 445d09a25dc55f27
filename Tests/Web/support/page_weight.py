"""What a page costs a phone that opens it for the first time: bytes, requests, paint."""
from dataclasses import dataclass

BYTES, REQUESTS, SHIFT = 14_000, 3, 0.02
# Lighthouse's mobile regular 3G as applied, and Slow 3G: milliseconds, kbit/s, slower processor.
PROFILES = {"regular 3G": (1125, 630, 4), "slow 3G": (2000, 400, 4)}

PAINT = """() => new Promise(done => {
    const found = {shift: 0, paint: 0};
    new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) found.shift += e.value }))
        .observe({type: 'layout-shift', buffered: true});
    new PerformanceObserver(list => list.getEntries().forEach(e => { found.paint = e.startTime }))
        .observe({type: 'largest-contentful-paint', buffered: true});
    found.blocking = performance.getEntriesByType('resource')
        .filter(e => e.renderBlockingStatus === 'blocking' && e.transferSize > 0).map(e => e.name);
    setTimeout(() => done(found), 300);
})"""


@dataclass
class Visit:
    name: str
    bytes: int
    requests: int
    blocking: list
    shift: float
    paint: float
    packed: bool

    def excesses(self, cold: bool) -> list[str]:
        found = []
        if self.bytes > BYTES:
            found.append(f"{self.bytes} bytes, {BYTES} allowed")
        # The page of the code hears what became of its letter: one script more.
        allowed = REQUESTS + (self.name == "daftar-kode")
        if self.requests > allowed:
            found.append(f"{self.requests} requests, {allowed} allowed")
        if self.shift > SHIFT:
            found.append(f"content moves by {self.shift:.3f}, {SHIFT} allowed")
        if not self.packed:
            found.append("sent without compression")
        if cold and self.blocking:
            found.append(f"waits before the first paint for {', '.join(self.blocking)}")
        return [f"{self.name}: {one}" for one in found]


def visit(page, url: str, name: str, profile: str | None = None) -> Visit:
    """Opens a page as for the first time, over a line as in `profile`."""
    cdp = page.context.new_cdp_session(page)
    asked, received, packed = [], [], []
    cdp.on("Network.requestWillBeSent", lambda e: asked.append(e["request"]["url"]))
    cdp.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))
    cdp.on("Network.responseReceived", lambda e: e["type"] == "Document" and packed.extend(
        value for key, value in e["response"]["headers"].items() if key.lower() == "content-encoding"))
    cdp.send("Network.enable")
    cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if profile:
        latency, kilobits, slower = PROFILES[profile]
        line = {"offline": False, "latency": latency, "downloadThroughput": kilobits * 125, "uploadThroughput": kilobits * 125}
        cdp.send("Network.emulateNetworkConditions", line)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(url, wait_until="load", timeout=60_000)
    seen = page.evaluate(PAINT)
    cdp.detach()
    return Visit(name, int(sum(received)), sum(url.startswith("http") for url in asked), seen["blocking"], seen["shift"], seen["paint"],
                 packed[:1] == ["gzip"] or packed[:1] == ["br"])
