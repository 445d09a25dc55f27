"""A page must be small enough for a cheap phone on a thin line. Bytes and requests are limits; paint times are only reported."""
import json

import pytest

from support.browsers import ARTIFACTS
from support.member import Member
from support.page_weight import PROFILES, visit

ENTRIES = ["/", "/jadwal", "/klaim", "/bantuan"]


def test_a_first_visit_is_one_request_to_the_first_paint(new_phone, server):
    excesses = [one for path in ENTRIES for one in visit(new_phone(), server.url + path, path).excesses(cold=True)]
    assert not excesses, "\n".join(excesses)


def test_every_page_of_the_journey_keeps_the_budget(phone, server):
    visits = []

    def look(page, name):
        second = page.context.new_page()
        visits.append(visit(second, page.url, name))
        second.close()

    Member(phone, server, looks=[look]).book()
    assert len(visits) >= 9
    excesses = [one for seen in visits for one in seen.excesses(cold=False)]
    assert not excesses, "\n".join(excesses)


@pytest.mark.parametrize("profile", PROFILES)
def test_paint_times_are_reported(new_phone, server, profile):
    """Not a limit: the machine that measures is not a phone. The better of two visits, in artifacts/budgets.json."""
    report = {}
    for path in ("/", "/jadwal"):
        visits = [visit(new_phone(), server.url + path, path, profile) for _ in range(2)]
        report[path] = {"lcp_ms": round(min(v.paint for v in visits)), "bytes": visits[0].bytes, "requests": visits[0].requests}
    file = ARTIFACTS / "budgets.json"
    file.parent.mkdir(exist_ok=True)
    known = json.loads(file.read_text()) if file.exists() else {}
    file.write_text(json.dumps({**known, profile: report}, indent=2) + "\n")
