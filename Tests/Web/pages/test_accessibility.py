"""Every page holds WCAG 2.2 AA as far as a machine can see, in both languages and with its scripts."""
import re

import pytest
import requests
from playwright.sync_api import expect

from support import contrast
from support.accessibility import accessible, axe, faults, reflow, structure
from support.member import Member


@pytest.fixture
def walk(phone, server, shoot):
    """A member on the way, and the faults of every page that was seen."""
    found = []

    def look(page, name):
        shoot(page, name)
        found.extend(f"{name}: {fault}" for fault in faults(page))

    member = Member(phone, server, looks=[look])
    yield member
    assert not found, "\n".join(found)


@pytest.fixture
def looker(browser):
    """A phone whose pages' live lines nobody answers; it forgives that, but no fault of a script, and nothing that the policy refuses."""
    context, complaints = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Asia/Jakarta", locale="id-ID"), []
    context.on("weberror", lambda error: complaints.append(f"{error.page.url}: {error.error}"))
    context.on("console", lambda message: "Content Security Policy" in message.text and complaints.append(message.text))
    yield context.new_page()
    context.close()
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_example_of_the_gallery(looker, server, language):
    """Every page in every state that a story shows, with its scripts."""
    gallery = requests.get(f"{server.url}/dev/gallery.json", timeout=600).json()
    assert len(gallery["examples"]) > 200 and not gallery["broken"]
    found = []
    for path in [f"/dev/gallery?bahasa={language}", *(example[language] for example in gallery["examples"])]:
        looker.goto(server.url + path)
        # English has the colours and the order of Indonesian; only its words are others.
        of = faults(looker) if language == "id" else [*axe(looker, without=["color-contrast"]), *structure(looker), *reflow(looker)]
        found += [f"{path}: {fault}" for fault in of]
    assert not found, "\n".join(found)


def test_the_journey_from_the_first_page_to_the_number_and_back_again_by_keyboard(walk):
    """A tap is replaced by focus and Enter or Space: nothing here needs a pointer."""
    page = walk.page

    def by_keyboard(target):
        one = (page.locator(target) if isinstance(target, str) else target).first
        one.focus()
        if one.get_attribute("type") in ("radio", "checkbox"):
            return page.keyboard.press("Space")
        # Unlike a click, a key does not wait for the page that follows.
        with page.expect_navigation():
            page.keyboard.press("Enter")

    walk.tap = by_keyboard
    number = walk.book()
    page.context.clear_cookies()
    walk.return_to(number)
    for path in ("/klaim/ubah", "/klaim/batal", "/klaim/bukti"):
        walk.go(path)


def test_a_mistake_is_explained_at_the_top_where_the_focus_goes(phone, server, shoot):
    member = Member(phone, server, looks=[shoot])
    member.choose()
    member.type(nik="947199010180000")
    member.press()
    summary = phone.locator(".sum[role=alert]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("15 angka")
    expect(phone).to_have_title(re.compile("^Kesalahan:"))
    accessible(phone, "daftar-nik-kesalahan")
    summary.locator("a").first.click()
    expect(phone.locator("input[name=nik]")).to_be_focused()
    member.say_nik()
    member.at("/daftar/peserta")


def test_every_pair_of_colours_has_enough_contrast():
    assert contrast.failures(contrast.CSS.read_text()) == []
