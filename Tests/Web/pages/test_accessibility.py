"""Every page holds WCAG 2.2 AA as far as a machine can see, in both languages; with its scripts where they change what is seen."""
import re

import pytest
from playwright.sync_api import expect

from support import contrast
from support.accessibility import accessible, axe, faults, reflow, structure
from support.member import Member
from support.seen_pages import document, seen

PAGES = ["/", "/jadwal", "/bantuan", "/undian", "/klaim", "/kantor/masuk", "/halaman-yang-tidak-ada"]
# The rooms of Swift's snapshots, and how wide their readers' screens are.
ROOMS = {"Branch": 1366, "Kit": 360, "Member": 360, "Onsite": 360, "Papers": 360, "Public": 360, "Yard": 768}


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


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("room", ROOMS)
def test_every_page_that_swifts_tests_have_seen(new_phone, room, language):
    """In every state that the router was asked for, without the scripts."""
    page, found, files = new_phone(width=ROOMS[room]), [], seen(room, language)
    for file in files:
        page.set_content(document(file, language))
        # English has the colours and the order of Indonesian; only its words are others.
        of = faults(page) if language == "id" else [*axe(page, without=["color-contrast"]), *structure(page), *reflow(page)]
        found += [f"{room}/{file.name.split('.')[0]}: {fault}" for fault in of]
    assert len(files) > 2 and not found, "\n".join(found)


def test_pages_that_anybody_can_open(walk):
    for path in PAGES:
        walk.go(path)


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
