"""What the running server answers over the wire; what each page answers, Swift's tests ask the router."""
import re, socket

import pytest, requests

from support.walk_ins import come

METRIC = re.compile(r'^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_]\w*="([^"\\]|\\.)*",?)*\})? [-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|NaN|[+-]?Inf)( \d+)?$')


def test_a_page_has_its_headers_on_the_wire_too(server):
    answer = server.get("/jadwal")
    rules = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";") if " " in part.strip())
    assert rules["script-src"] == "'self'" and rules["frame-ancestors"] == rules["base-uri"] == "'none'" and rules["form-action"] == "'self'"
    assert answer.headers["x-content-type-options"] == "nosniff" and answer.headers["referrer-policy"] == "same-origin"
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


@pytest.mark.parametrize("head, body", [
    ("POST /jadwal", b"slot=1"), ("POST /api/v1/registrations", b"{}"), ("POST /klaim", b"nomor=" + b"A" * 50_000),
], ids=["a form", "the interface", "a large one"])
def test_whoever_asks_before_a_body_is_told_to_go_on(server, head, body):
    with socket.create_connection(("127.0.0.1", int(server.url.rsplit(":", 1)[1])), timeout=10) as line:
        line.sendall(f"{head} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                     f"Expect: 100-Continue\r\nContent-Length: {len(body)}\r\n\r\n".encode())
        said = line.recv(1000)
        assert said.startswith(b"HTTP/1.1 100 Continue\r\n\r\n"), said
        line.sendall(body)
        answer = said.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n") or line.recv(1000)
        assert re.match(rb"HTTP/1\.1 [234]\d\d ", answer), answer
        # The line is still good for another question.
        line.settimeout(1)
        try:
            while line.recv(65536):
                pass
        except TimeoutError:
            pass
        line.settimeout(10)
        line.sendall(b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        head = line.recv(65536)
        assert head.startswith(b"HTTP/1.1 200 ") and head.endswith(b"\r\n\r\n") and b"<html" not in head


def test_a_head_has_no_body_and_the_next_answer_is_the_next(server):
    with socket.create_connection(("127.0.0.1", int(server.url.rsplit(":", 1)[1])), timeout=10) as line:
        line.sendall(b"".join(f"HEAD {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for path in ("/", "/tidak-ada", "/klaim")))
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        text = b""
        while more := line.recv(65536):
            text += more
    assert [int(one) for one in re.findall(rb"HTTP/1\.1 (\d+) ", text)] == [200, 404, 200, 200]
    assert text.endswith(b"ok\n") and b"<html" not in text
