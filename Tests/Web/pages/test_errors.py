"""A mistake costs a sentence, never the work: what happened, what to do, and nothing typed is lost."""
import re

from playwright.sync_api import expect

from support.accessibility import accessible
from support.member import Member
from support.times import written

SEND_TWICE = """async () => {
    const form = document.querySelector('main form');
    const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))}).then(a => a.text());
    return Promise.all([send(), send()]);
}"""


def test_a_nik_with_fifteen_digits_is_explained_at_the_top_and_kept(phone, server, shoot):
    member = Member(phone, server, looks=[shoot])
    member.choose()
    member.type(nik="947199010180000")
    member.press()
    summary = phone.locator(".sum[role=alert]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("16 angka")
    expect(summary).to_contain_text("15 angka")
    expect(phone).to_have_title(re.compile("^Kesalahan:"))
    expect(phone.locator("input[name=nik]")).to_have_value("947199010180000")
    expect(phone.locator("input[name=nik]")).to_have_attribute("aria-invalid", "true")
    accessible(phone, "daftar-nik-kesalahan")
    summary.locator("a").first.click()
    expect(phone.locator("input[name=nik]")).to_be_focused()
    member.say_nik()
    member.at("/daftar/peserta")


def test_a_wrong_code_can_be_corrected(phone, server, shoot):
    member = Member(phone, server, looks=[shoot])
    member.choose()
    member.say_nik()
    member.say_membership()
    member.say_contact()
    right = member.code()
    member.type(kode="000000" if right != "000000" else "111111")
    member.press()
    expect(phone.locator(".sum")).to_be_visible()
    member.type(kode=f"{right[:3]} {right[3:]}")
    member.press()
    member.at("/daftar/sebab")


def test_who_comes_too_early_learns_the_first_possible_day(phone, server, shoot):
    member = Member(phone, server, server.people.somebody_too_early(), looks=[shoot, accessible])
    member.choose()
    member.identify()
    member.say_reason()
    assert written(member.person.possible_from) in member.says()
    assert not phone.url.endswith("/daftar/periksa")


def test_known_and_unknown_members_look_alike_before_the_proof(new_phone, server):
    def seen(person):
        pages = []
        member = Member(new_phone(), server, person)
        member.choose()
        for step in (member.say_nik, member.say_membership, member.say_contact):
            step()
            pages.append((member.page.url, member.page.title(), anonymous(member.says(), person)))
        assert member.code()
        return pages

    assert seen(server.people.anybody()) == seen(server.people.stranger())


def test_known_and_unknown_numbers_look_alike_before_the_proof(new_phone, server):
    number = Member(new_phone(), server).file()
    unknown = well_formed("0000000" if number[0] != "0" else "1111111")

    def seen(number):
        visitor = Member(new_phone(), server)
        visitor.go("/klaim")
        visitor.type(nomor=number)
        visitor.press()
        return visitor.page.url, visitor.page.title(), visitor.says()

    assert seen(number) == seen(unknown)


def test_sending_twice_and_going_back_gives_the_same_number(phone, server):
    member = Member(phone, server)
    member.choose()
    member.identify()
    member.say_reason()
    member.agree()
    answers = phone.evaluate(SEND_TWICE)
    member.press()
    number = member.number()
    assert all(number in answer for answer in answers)

    phone.go_back()
    if phone.locator("input[name=setuju]").count():
        phone.locator("input[name=setuju]").check()
        member.press()
    member.go("/daftar/selesai")
    assert member.number() == number
    server.mail_about(member.person.email, number)
    confirmations = [mail for mail in server.mails(member.person.email) if number in mail["text"]]
    assert len(confirmations) == 1


def test_a_second_claim_of_the_same_member_is_led_to_the_first(new_phone, server):
    person = server.people.anybody()
    number = Member(new_phone(), server, person).file()
    again = Member(new_phone(), server, person)
    again.choose()
    again.identify()
    if again.page.locator("input[name=sebab]").count():
        again.say_reason()
    assert "sudah punya pengajuan" in again.says()
    assert number not in again.says(), "the number belongs to the owner of the first contact"


def test_an_old_code_is_refused_and_a_new_one_works(phone, own_server):
    member = Member(phone, own_server)
    member.choose()
    member.say_nik()
    member.say_membership()
    member.say_contact()
    old = member.code()
    own_server.set_clock(advance=str(16 * 60))
    member.type(kode=old)
    member.press()
    expect(phone.locator(".sum")).to_contain_text("kode baru")
    member.expect_code()
    member.press("form[action='/daftar/kode/ulang']")
    member.say_code()
    member.at("/daftar/sebab")


def well_formed(body: str) -> str:
    """A claim number of seven signs with the check sign that belongs to it."""
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return body + signs[sum(signs.index(sign) * (place * 2 + 1) for place, sign in enumerate(body)) % 31]


def anonymous(text: str, person) -> str:
    """Without what the person typed and without clock times, which differ between any two visits."""
    for own in (person.email, person.phone, person.name):
        text = text.replace(own, "-")
    return re.sub(r"\b\w\S*@\S+|\b\d{2}\.\d{2}\b|\d+ menit", "-", text)
