"""A code that a mail server refuses: the page that waits for it learns so by itself, and what was typed stays."""
import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import expect

from support.member import Member
from support.server import Server, free_port, serving


class Nobody:
    async def handle_RCPT(self, server, session, envelope, address, options):
        return "550 5.1.1 nobody here"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("refused")
    house = Controller(Nobody(), hostname="127.0.0.1", port=free_port())
    house.start()
    mail = f"smtp://127.0.0.1:{house.port}?starttls=never&from=lapak@example.id"
    yield from serving(Server(f"sqlite:{folder}/lapak.db", folder, LAPAK_SMTP_URL=mail))
    house.stop()


def test_the_page_that_waits_for_a_code_learns_that_it_was_refused(phone, server):
    member = Member(phone, server)
    member.choose()
    member.say_nik()
    member.say_membership()
    member.type(email="siti@nowhere.example", telepon=member.person.phone)
    member.press()
    member.at("/daftar/kode")
    member.type(kode="12")
    box = phone.locator("#ditolak")
    expect(box).to_contain_text("siti@nowhere.example", timeout=60_000)
    expect(phone.locator("input[name=kode]")).to_have_value("12")
    box.locator("a").click()
    member.at("/daftar/kontak")
