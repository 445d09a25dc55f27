"""Visits to a branch as the development server makes them, booths, and what a screen is worth at a distance."""
import shutil, subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Locator, Page

from server import Server

# A 43-inch screen of 16 to 9 is 952 mm wide, and a capital of one millimetre is read at 0.4 m (screens.md 2.3).
MM_PER_PX = 43 * 25.4 * 16 / (16 ** 2 + 9 ** 2) ** 0.5 / 1920
METRES_PER_MM = 0.4


@dataclass(frozen=True)
class Visit:
    server: Server
    id: int
    key: str
    number: str
    claim: int
    claim_number: str
    name: str
    nik: str

    @property
    def path(self) -> str:
        return f"/nomor/{self.key}"

    @property
    def phase(self) -> str:
        return self.server.row("SELECT phase FROM walk_in WHERE id = ?", self.id)[0]

    @property
    def interview(self) -> str | None:
        found = self.server.row("SELECT phase FROM interview WHERE walk_in = ? ORDER BY id DESC", self.id)
        return found and found[0]


def come(server: Server, branch: str, count: int = 1, papers: str = "waiting") -> list[Visit]:
    answer = requests.post(f"{server.url}/dev/kunjungan", data={"cabang": branch, "jumlah": count, "papers": papers}, timeout=120)
    answer.raise_for_status()
    return [Visit(server, int(one["id"]), one["key"], one["number"], int(one["claim"]), one["claimNumber"], one["name"], one["nik"])
            for one in answer.json()["visits"]]


def booths(server: Server, branch: str, count: int) -> None:
    """So many booths are paired, and alive now."""
    requests.post(f"{server.url}/dev/kunjungan", data={"cabang": branch, "jumlah": 0, "bilik": count}, timeout=60).raise_for_status()


def capital(one: Locator) -> float:
    """The height of a capital letter in points, as it is drawn there."""
    return one.evaluate("""el => { const c = document.createElement('canvas').getContext('2d'), s = getComputedStyle(el);
        c.font = `${s.fontWeight} ${s.fontSize} ${s.fontFamily}`; return c.measureText('H').actualBoundingBoxAscent }""")


def metres(one: Locator) -> float:
    """From how far away it is read on a 43-inch screen of 1920 points."""
    return capital(one) * MM_PER_PX * METRES_PER_MM


def qr(page: Page, one: str, file: Path) -> str:
    """What a phone reads in the QR code on the page."""
    if not shutil.which("zbarimg"):
        pytest.skip("no zbarimg here; `make test` installs it")
    page.locator(one).screenshot(path=file)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", file], capture_output=True, text=True, timeout=60)
    assert read.returncode == 0, f"no QR code in {file}: {read.stderr}"
    return read.stdout.strip()
