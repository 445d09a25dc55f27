"""What a screen is worth to people and phones that read it: letters at a distance, QR codes."""
import shutil, subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

# A 43-inch screen of 16 to 9 is 952 mm wide, and a capital of one millimetre is read at 0.4 m (screens.md 2.3).
MM_PER_PX = 43 * 25.4 * 16 / (16 ** 2 + 9 ** 2) ** 0.5 / 1920
METRES_PER_MM = 0.4


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
