"""What the answers say to browsers, caches and operators."""
import re

import pytest

from support.member import Member

PUBLIC = ["/", "/jadwal", "/bantuan", "/undian", "/klaim", "/kantor/masuk"]
METRIC = re.compile(r'^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_]\w*="([^"\\]|\\.)*",?)*\})? [-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|NaN|[+-]?Inf)( \d+)?$')


def policy(answer) -> dict[str, str]:
    parts = (part.split(None, 1) for part in answer.headers["content-security-policy"].split(";") if part.strip())
    return {part[0]: part[1] if len(part) > 1 else "" for part in parts}


@pytest.mark.parametrize("path", [*PUBLIC, "/halaman-yang-tidak-ada"])
def test_pages_forbid_foreign_scripts_frames_and_guessing(server, path):
    answer = server.get(path)
    rules = policy(answer)
    scripts = rules.get("script-src", rules.get("default-src", ""))
    assert "'unsafe-inline'" not in scripts and "'unsafe-eval'" not in scripts and "*" not in scripts.split()
    assert rules["frame-ancestors"] == "'none'"
    assert rules["base-uri"] in ("'none'", "'self'")
    assert rules["form-action"] == "'self'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] in ("no-referrer", "same-origin", "strict-origin-when-cross-origin")
    assert answer.headers["x-request-id"]


def test_personal_pages_are_kept_by_no_cache(phone, server):
    caches = {}
    phone.on("response", lambda answer: answer.request.resource_type == "document" and caches.update(
        {answer.url.removeprefix(server.url): answer.headers.get("cache-control", "")}))
    member = Member(phone, server)
    member.book()
    member.go("/klaim/status")
    personal = {path: rule for path, rule in caches.items() if path.startswith(("/daftar", "/klaim"))}
    assert len(personal) >= 8
    assert {path for path, rule in personal.items() if "no-store" not in rule} == set()


def test_cookies_are_closed_to_scripts_and_other_sites(phone, server):
    member = Member(phone, server)
    member.choose()
    for cookie in phone.context.cookies():
        assert cookie["httpOnly"] and cookie["sameSite"] in ("Lax", "Strict"), cookie["name"]


@pytest.mark.parametrize("path", ["/halaman-yang-tidak-ada", "/tawaran/tidak-ada", "/undian/999.json"])
def test_a_wrong_address_gets_a_page_of_our_own_with_a_way_on(server, path):
    answer = server.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert '<html lang="id"' in answer.text and 'href="/bantuan"' in answer.text


@pytest.mark.parametrize("path", ["/klaim/status", "/klaim/ubah", "/klaim/batal", "/klaim/kalender.ics", "/klaim/bukti", "/daftar/periksa",
                                  "/kantor", "/kantor/jam", "/kantor/pengecualian", "/kantor/tunggu"])
def test_without_a_proof_a_personal_page_shows_nothing(server, path):
    answer = server.get(path, allow_redirects=False)
    assert answer.status_code in (302, 303, 401, 403)
    assert "PESERTA UJI" not in answer.text


def test_the_api_answers_mistakes_in_its_own_form(server):
    answer = server.get("/api/v1/tidak-ada", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert "json" in answer.headers["content-type"]


def test_a_form_from_another_site_is_refused(phone, server):
    member = Member(phone, server)
    member.choose()
    answer = phone.request.post(server.url + "/daftar/nik", form={"nik": member.person.nik}, headers={"Origin": "https://example.org"})
    assert answer.status == 403


def test_the_server_is_alive_and_ready(server):
    assert server.get("/healthz").status_code == 200
    assert server.get("/readyz").status_code == 200


def test_metrics_are_readable_by_prometheus_and_name_nobody(server):
    answer = server.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = [line for line in answer.text.splitlines() if line and not line.startswith("#")]
    assert lines and [line for line in lines if not METRIC.match(line)] == []
    assert not re.search(r"\d{16}|@", answer.text)


