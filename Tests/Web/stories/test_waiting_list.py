"""Where all places are taken there is a line: a numbered place, an offer by mail, and no race to win."""
import re

import requests

from support.manager import Manager
from support.member import Member
from support.server import until

used = set()


def one_place_taken(server, new_phone) -> tuple[str, Member]:
    """A branch with one place on one day, and the member who has it. No branch is used twice."""
    code = next(b["code"] for b in reversed(server.branches()) if (server.url, b["code"]) not in used and server.slots(b["code"]))
    used.add((server.url, code))
    days = sorted({slot["start"][:10] for slot in server.slots(code)})
    manager = Manager(new_phone(width=1366), server, code).sign_in().open_only("09:00", "09:30")
    for day in days[:-1]:
        manager.close_on(day, "Pelatihan petugas")
    until(lambda: len(server.slots(code)) == 1, 60, lambda: f"{code} has one place left of {days}: {server.slots(code)}")
    first = Member(new_phone(), server)
    first.book(code)
    until(lambda: not server.slots(code), 60, f"{code} is full")
    return code, first


def offers(member: Member) -> list[str]:
    return [link for mail in member.server.mails(member.person.email) for link in mail["links"] if "/tawaran/" in link]


def offered(member: Member) -> str:
    until(lambda: offers(member), 60, "an offer comes by mail")
    return offers(member)[0]


def answer(page, word: str) -> str:
    page.locator(f"button[name=jawab][value={word}]").click()
    page.wait_for_load_state()
    return page.locator("main").inner_text()


def test_who_waits_gets_a_numbered_place_then_an_offer_and_then_the_appointment(each_server, new_phone, shoot):
    code, first = one_place_taken(each_server, new_phone)
    waiting = Member(new_phone(), each_server, looks=[shoot])
    number = waiting.queue(code)
    assert re.search(r"urutan ke-\d+", waiting.says())
    assert re.search(r"\d+ (sampai|hingga) \d+ hari kerja", waiting.says())

    first.cancel()
    offer = offered(waiting)
    mails = len(each_server.mails(waiting.person.email))
    for _ in range(3):  # a mail scanner opens every link, without cookies
        assert requests.get(offer, timeout=20).status_code == 200
    requests.head(offer, timeout=20)
    waiting.go(offer.removeprefix(each_server.url))
    waiting.page.reload()
    assert waiting.page.locator("button[name=jawab][value=terima]").count() == 1, "opening the offer does not answer it"
    assert len(each_server.mails(waiting.person.email)) == mails

    twin = waiting.page.context.new_page()
    twin.goto(offer)
    assert answer(waiting.page, "terima") == answer(twin, "terima"), "accepting twice gives the same answer"

    back = Member(new_phone(), each_server, waiting.person)
    back.return_to(number)
    assert "09.00" in back.says()
    assert not each_server.slots(code)
