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


def test_booking_takes_at_most_eleven_taps_ends_with_a_number_on_page_and_mail_and_names_nobody_in_the_log(phone, each_server):
    member = Member(phone, each_server)
    number = member.book()
    assert member.taps <= TAPS
    assert number
    assert number in each_server.mail_about(member.person.email, number)["text"]
    assert calendar_start(member)
    log, one = each_server.log(), member.person
    for secret in (one.nik, one.kpj, one.name, one.mother, one.email, one.phone, number):
        assert secret not in log


def test_the_same_journey_and_the_way_back_without_javascript(phone_nojs, server):
    member = Member(phone_nojs, server)
    number = member.book()
    assert member.taps <= TAPS
    member.return_to(number)
    assert number in member.says()


@pytest.mark.parametrize("zone", ["wib", "wita", "wit"])
def test_the_time_is_that_of_the_branch_for_a_member_in_another_zone(new_phone, server, zone):
    branch = server.branch(zone)["code"]
    announced = {str(slot["id"]): datetime.fromisoformat(slot["start"]) for slot in server.slots(branch)}
    member = Member(new_phone(zone="Asia/Jayapura"), server)
    number = member.file(branch)

    start = wall(announced[member.slot])
    mail = server.mail_about(member.person.email, number)
    assert zone.upper() in member.says().replace("\n", " ").split()
    assert wall(spoken(member.says())) == start
    assert wall(spoken(mail["text"])) == start
    assert wall(spoken(mail["html"])) == start
    assert wall(calendar_start(member)) == start
