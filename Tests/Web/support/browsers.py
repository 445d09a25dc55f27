"""The browsers of the tests, and what none of their pages may complain about."""
import os

from playwright.sync_api import Page

from support.server import ROOT

ARTIFACTS = ROOT / "artifacts"
# Milliseconds: six people and their files are a lot for a busy machine. How fast a page is, benches say.
PATIENCE = 30_000
# The same browser without its own windows: the whole one draws a frame of its own for every phone, which costs more than the page.
CHROMIUM = os.environ.get("LAPAK_CHROMIUM", "/usr/bin/chromium-headless-shell")
# For calls between several browsers, as people have them.
WHOLE_CHROMIUM = "/usr/bin/chromium"


def watch(page: Page, complaints: list[str]) -> None:
    def console(message):
        # A form that was refused answers with 4xx, which the console repeats; `response` below judges answers.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(f"{page.url}: {message.text}")

    def response(answer):
        part = answer.request.resource_type != "document" and answer.status >= 400
        if answer.status >= 500 or part:
            complaints.append(f"{page.url}: {answer.status} from {answer.url}")

    page.on("console", console)
    page.on("response", response)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
