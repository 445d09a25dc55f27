"""Notices reach the phone: by WhatsApp, by SMS where that fails, and where both fail an operator sees it."""
import pytest, requests
from playwright.sync_api import expect

from support.accessibility import accessible
from support.manager import PASSWORD, Manager
from support.member import Member
from support.phone_gateways import VERIFY, Phones, tell
from support.server import Server, serving, until


@pytest.fixture(scope="module")
def phones():
    phones = Phones()
    yield phones
    phones.stop()


@pytest.fixture(scope="module")
def server(phones, tmp_path_factory):
    folder = tmp_path_factory.mktemp("phones")
    yield from serving(Server(f"sqlite:{folder}/lapak.db", folder, **phones.settings()))


@pytest.fixture
def booked(new_phone, server, phones):
    """A member who has just filed a claim and proven the phone, and the confirmation as it went to WhatsApp."""
    phones.refuse.clear()
    before = len(phones.whatsapp("lapak_confirmed"))
    member = Member(new_phone(), server)
    member.file()
    assert len(phones.whatsapp("lapak_confirmed")) == before, "nothing goes to a phone that was not proven"
    member.say_phone_code(member.ask_phone_proof(phones))
    until(lambda: len(phones.whatsapp("lapak_confirmed")) > before, 60, "the confirmation goes to WhatsApp")
    return member, phones.whatsapp("lapak_confirmed")[-1]


def test_a_failure_told_thrice_sends_one_sms(booked, server, phones):
    member, sent = booked
    assert sent["to"] == "62" + member.person.phone[1:]
    number = sent["template"]["components"][0]["parameters"][0]["text"]
    for status in ("failed", "sent", "failed", "failed"):
        assert tell(server, status, sent["biz_opaque_callback_data"], 131026) == 200
    confirmation = f"wawancara untuk {number}"
    until(lambda: phones.sms(confirmation), 60, "the SMS goes")
    assert len(phones.sms(confirmation)) == 1
    assert len(phones.sms(confirmation)[0]["text"]) <= 160


def test_each_proven_contact_gets_a_code_of_its_own(booked, new_phone, server, phones):
    member, sent = booked
    mine = lambda: [one for one in phones.whatsapp("lapak_code") if one["to"].endswith(member.person.phone[1:])]
    assert not mine(), "the phone's own code was one that opens nothing"
    number = sent["template"]["components"][0]["parameters"][0]["text"]
    Member(new_phone(), server, member.person).return_to(number)
    until(mine, 60, "the code comes by WhatsApp")
    assert mine()[-1]["template"]["components"][0]["parameters"][0]["text"] != server.codes(member.person.email)[0]


def test_the_hook_listens_only_to_meta(booked, server, phones):
    _, sent = booked
    assert tell(server, "read", sent["biz_opaque_callback_data"], secret="guess") == 401
    for headers in ({}, {"X-Hub-Signature-256": "sha256=00"}):
        assert requests.post(server.url + "/hook/whatsapp", data=b"{}", headers=headers, timeout=20).status_code == 401
    too_much = requests.post(server.url + "/hook/whatsapp", data=b" " * 4_000_000, headers={"X-Hub-Signature-256": "sha256=00"}, timeout=20)
    assert too_much.status_code == 413
    assert tell(server, "read", "m1-1") == 200
    ask = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}
    assert server.get("/hook/whatsapp", params=ask).text == "1158201444"
    assert server.get("/hook/whatsapp", params=ask | {"hub.verify_token": "guess"}).status_code == 403


def test_what_reaches_nobody_is_seen_and_sent_again(new_phone, desk, server, phones, shoot):
    phones.refuse.clear()
    member = Member(new_phone(), server)
    confirmation = f"wawancara untuk {member.file()}"
    code = member.ask_phone_proof(phones)
    phones.refuse = {"/v23.0/4711/messages": (400, {"error": {"code": 131026}}), "/sms": (400, {})}
    member.say_phone_code(code)
    manager = Manager(desk, server, server.branches()[0]["code"])
    manager.open("/kantor/masuk").fill(nama="nasional1", sandi=PASSWORD).send()
    until(lambda: phones.sms(confirmation), 60, "the SMS is tried")
    row = desk.locator("tr", has_text="Jadwal wawancara")
    until(lambda: manager.open("/kantor/pesan") and row.count() == 1, 60, "it is in the list")
    accessible(desk, "/kantor/pesan")
    shoot(desk, "kantor-pesan")
    words = desk.locator("main").inner_text()
    assert "SMS" in words and "status 400" in words and member.person.phone not in words and "••••" in words
    phones.refuse.clear()
    with desk.expect_navigation():
        row.locator("button").click()
    expect(desk.locator("main")).to_contain_text("Pesan dikirim ulang")
    until(lambda: len(phones.sms(confirmation)) == 2, 60, "it is sent again")
    manager.open("/kantor/pesan")
    expect(row).to_have_count(0)
