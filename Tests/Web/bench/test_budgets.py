"""A page must be small enough for a cheap phone on a thin line. How soon it is painted, paint.py measures."""
from support.member import Member
from support.page_weight import visit

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
