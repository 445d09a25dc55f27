"""What the running server answers over the wire; what each page answers, Swift's tests ask the router."""
import re

import requests

from support.walk_ins import come

METRIC = re.compile(r'^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_]\w*="([^"\\]|\\.)*",?)*\})? [-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|NaN|[+-]?Inf)( \d+)?$')


def test_a_page_has_its_headers_on_the_wire_too(server):
    answer = server.get("/jadwal")
    rules = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";") if " " in part.strip())
    assert rules["script-src"] == "'self'" and rules["frame-ancestors"] == rules["base-uri"] == "'none'" and rules["form-action"] == "'self'"
    assert answer.headers["x-content-type-options"] == "nosniff" and answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-request-id"]


def test_metrics_are_readable_by_prometheus_and_name_nobody(server):
    answer = server.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = [line for line in answer.text.splitlines() if line and not line.startswith("#")]
    assert lines and [line for line in lines if not METRIC.match(line)] == []
    assert not re.search(r"\d{16}|@", answer.text)


def test_a_word_that_is_no_text_is_an_unknown_link_like_any_other(server):
    answer = server.get("/berkas/buka/%00.%00")
    assert answer.status_code == 410 and "tidak berlaku" in answer.text and 'href="/klaim"' in answer.text


def test_a_wrong_key_opens_nobodys_line(server):
    one, other = come(server, server.branches()[30]["code"], 2)
    key, secret = one.key.split(".")
    for word in (f"{other.key.split('.')[0]}.{secret}", f"{key}.{'0' * 16}", key, "x"):
        assert requests.get(f"{server.url}/nomor/{word}/aliran?inst=abcdef123456", timeout=20).status_code in (400, 404), word
