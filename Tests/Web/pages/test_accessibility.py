"""Every page, in both languages, holds WCAG 2.2 AA as far as a machine can see."""
import pytest

from support import contrast
from support.accessibility import faults
from support.member import Member

PAGES = ["/", "/jadwal", "/bantuan", "/undian", "/klaim", "/kantor/masuk", "/halaman-yang-tidak-ada"]


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
def test_pages_that_anybody_can_open(walk, language):
    walk.page.goto(f"{walk.server.url}/?bahasa={language}")
    for path in PAGES:
        walk.go(path)
        assert walk.page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_journey_from_the_first_page_to_the_number_and_back_again(walk, language):
    walk.page.goto(f"{walk.server.url}/?bahasa={language}")
    number = walk.book()
    walk.page.context.clear_cookies()
    walk.page.goto(f"{walk.server.url}/?bahasa={language}")
    walk.return_to(number)
    for path in ("/klaim/ubah", "/klaim/batal", "/klaim/bukti"):
        walk.go(path)
        assert walk.page.locator("html").get_attribute("lang") == language


def test_the_whole_journey_works_by_keyboard(phone, server):
    """A tap is replaced by focus and Enter or Space: nothing here needs a pointer."""
    member = Member(phone, server)

    def by_keyboard(target):
        one = (phone.locator(target) if isinstance(target, str) else target).first
        one.focus()
        phone.keyboard.press("Space" if one.get_attribute("type") in ("radio", "checkbox") else "Enter")

    member.tap = by_keyboard
    member.book()


def test_every_pair_of_colours_has_enough_contrast():
    assert contrast.failures(contrast.CSS.read_text()) == []
