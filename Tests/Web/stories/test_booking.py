"""A member books an interview from a phone: few taps, one number, and the branch's own time everywhere."""
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from support.member import TAPS, Member
from support.times import spoken


def wall(moment: datetime) -> tuple[datetime, timedelta]:
    """The clock on the branch's wall and its distance from UTC: two equal moments in different zones differ here."""
    return moment.replace(tzinfo=None), moment.utcoffset()


def calendar_start(member: Member) -> datetime:
    file = member.page.request.get(member.server.url + "/klaim/kalender.ics")
    assert file.ok and file.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(file.body()).walk("VEVENT")
    assert event["DTEND"].dt > event["DTSTART"].dt
    assert event["UID"] and event["DTSTAMP"] and event["SUMMARY"]
    return event["DTSTART"].dt


def test_booking_takes_at_most_eleven_taps_and_ends_with_a_number_on_page_and_mail(phone, each_server):
    member = Member(phone, each_server)
    number = member.book()
    assert member.taps <= TAPS
    assert number
    assert number in each_server.mail_about(member.person.email, number)["text"]
    assert calendar_start(member)


def test_buttons_say_what_they_do(phone, server):
    member = Member(phone, server)
    member.go("/")
    phone.get_by_role("link", name="Pilih jadwal").first.click()
    phone.locator("input[name=slot]").first.check()
    phone.get_by_role("button", name="Ambil jadwal ini").click()
    member.identify()
    member.say_reason()
    member.agree()
    phone.get_by_role("button", name="Kirim pengajuan").click()
    assert member.number()


@pytest.mark.parametrize("zone", ["wib", "wita", "wit"])
def test_the_time_is_that_of_the_branch_for_a_member_in_another_zone(new_phone, server, zone):
    branch = server.branch(zone)["code"]
    announced = {str(slot["id"]): datetime.fromisoformat(slot["start"]) for slot in server.slots(branch)}
    member = Member(new_phone(zone="Asia/Jayapura"), server)
    number = member.book(branch)

    start = wall(announced[member.slot])
    mail = server.mail_about(member.person.email, number)
    assert zone.upper() in member.says().replace("\n", " ").split()
    assert wall(spoken(member.says())) == start
    assert wall(spoken(mail["text"])) == start
    assert wall(spoken(mail["html"])) == start
    assert wall(calendar_start(member)) == start


def test_a_member_returns_with_the_number_and_moves_and_cancels_alone(new_phone, server):
    person = server.people.anybody()
    number = Member(new_phone(), server, person).book()
    later = Member(new_phone(), server, person)
    later.return_to(number)
    first = spoken(later.says())

    later.go("/klaim/ubah")
    later.page.locator("input[name=slot]").first.check()
    later.press("form:has(input[name=slot])")
    later.go("/klaim/status")
    assert spoken(later.says()) != first
    assert number in later.says()

    later.cancel()
    later.go("/klaim/status")
    assert "dibatalkan" in later.says().lower()


def test_the_log_of_the_server_names_nobody(phone, server):
    member = Member(phone, server)
    number = member.book()
    log, one = server.log(), member.person
    for secret in (one.nik, one.kpj, one.name, one.mother, one.email, one.phone, number):
        assert secret not in log
