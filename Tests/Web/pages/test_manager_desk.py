"""The manager of a branch sees the day, sets hours and exceptions, and sees who waits."""
from playwright.sync_api import expect

from support.accessibility import accessible
from support.manager import Manager
from support.member import Member
from support.server import until
from support.times import spoken


def test_a_wrong_password_opens_nothing(desk, server):
    code = server.branches()[0]["code"]
    manager = Manager(desk, server, code).sign_in(password="salah")
    expect(desk.locator(".sum")).to_be_visible()
    manager.open("/kantor")
    assert desk.url.endswith("/kantor/masuk")


def test_every_page_of_the_desk_is_accessible(desk, server, shoot):
    manager = Manager(desk, server, server.branches()[0]["code"])
    manager.open("/kantor/masuk")
    accessible(desk, "kantor-masuk")
    manager.sign_in()
    for path in ("/kantor", "/kantor/jam", "/kantor/pengecualian", "/kantor/tunggu"):
        manager.open(path)
        accessible(desk, path)
        shoot(desk, path.strip("/").replace("/", "-"))


def test_the_manager_sees_only_the_own_branch(desk, server):
    own, other = server.branches()[:2]
    Manager(desk, server, own["code"]).sign_in()
    for path in ("/kantor", "/kantor/tunggu"):
        desk.goto(f"{server.url}{path}?kantor={other['code']}")
        assert other["name"] not in desk.locator("main").inner_text()


def test_new_hours_change_what_members_are_offered(desk, server):
    code = server.branch("wita")["code"]
    manager = Manager(desk, server, code).sign_in()
    manager.open("/kantor/jam").fill(buka="10:00", tutup="14:00").send_and_confirm()
    expect(desk.locator(".sum")).to_have_count(0)
    until(lambda: all("10:00" <= slot["start"][11:16] < "14:00" for slot in server.slots(code)), 60, "members are offered the new hours")
    assert server.slots(code)


def test_hours_that_end_before_they_begin_are_refused(desk, server):
    code = server.branch("wita")["code"]
    before = server.slots(code)
    Manager(desk, server, code).sign_in().open("/kantor/jam").fill(buka="15:00", tutup="08:00").send()
    expect(desk.locator(".sum[role=alert]")).to_be_visible()
    assert server.slots(code) == before


def test_a_closed_day_is_no_longer_offered(desk, server):
    code = server.branch("wit")["code"]
    day = server.slots(code)[-1]["start"][:10]
    Manager(desk, server, code).sign_in().close_on(day, "Banjir di jalan masuk")
    until(lambda: all(slot["start"][:10] != day for slot in server.slots(code)), 60, f"{day} is no longer offered")


def test_a_booking_appears_at_the_desk_on_its_day_without_the_whole_nik(desk, phone, server):
    code = server.branch("wib")["code"]
    member = Member(phone, server)
    number = member.book(code)
    day = spoken(member.says()).date()
    Manager(desk, server, code).sign_in().open(f"/kantor?hari={day}")
    seen = desk.locator("main").inner_text()
    assert number in seen
    assert member.person.nik not in seen
