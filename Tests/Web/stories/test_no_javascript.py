"""Everything a member does works without JavaScript."""
from support.member import TAPS, Member


def test_the_same_journey_without_javascript(phone_nojs, server):
    member = Member(phone_nojs, server)
    number = member.book()
    assert member.taps <= TAPS
    member.return_to(number)
    assert number in member.says()


def test_a_mistake_without_javascript_keeps_what_was_typed(phone_nojs, server):
    member = Member(phone_nojs, server)
    member.choose()
    member.type(nik="947199010180000")
    member.press()
    assert phone_nojs.title().startswith("Kesalahan:")
    assert phone_nojs.locator("input[name=nik]").input_value() == "947199010180000"
    assert phone_nojs.locator(".sum a[href^='#']").count() == 1
