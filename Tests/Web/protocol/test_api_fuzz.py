"""The API keeps what its description promises, whatever is sent to it."""
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import positive_data_acceptance


@pytest.fixture
def api(server):
    return schemathesis.openapi.from_url(server.url + "/openapi.json")


schema = schemathesis.pytest.from_fixture("api")


def test_the_description_is_valid_openapi(server):
    validate(server.get("/openapi.json").json())


def test_every_described_path_answers(server):
    paths = server.get("/openapi.json").json()["paths"]
    assert any(path.startswith("/api/v1/") for path in paths)


@schema.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_server_and_every_answer_is_as_described(case):
    # A well-formed request may still be refused by the rules (422, a place that is taken, a code that is wrong).
    case.call_and_validate(excluded_checks=[positive_data_acceptance], timeout=60)


def test_a_broken_body_is_refused_and_not_an_accident(server):
    posts = [path for path, verbs in server.get("/openapi.json").json()["paths"].items() if "post" in verbs and "{" not in path]
    for path in posts:
        for body in (b"", b"{", b"[" * 10_000, b"\xff\xfe", b'{"a":' + b"9" * 400 + b"}"):
            answer = requests.post(server.url + path, data=body, headers={"Content-Type": "application/json"}, timeout=20)
            assert 400 <= answer.status_code < 500, (path, body[:20], answer.status_code)
