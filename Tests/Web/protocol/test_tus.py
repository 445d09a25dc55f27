"""Uploads keep every MUST of tus 1.0 (https://tus.io/protocols/resumable-upload), one sentence each."""
import hashlib
from email.utils import parsedate_to_datetime

import pytest
import requests

from support.papers import Claim, checksum, metadata, noise

CONTENT = noise(100_000, seed=1)


@pytest.fixture(scope="module")
def claim(each_server):
    return Claim(each_server)


@pytest.fixture(scope="module")
def stranger(each_server):
    return Claim(each_server)


@pytest.fixture
def upload(claim):
    url = claim.begin(len(CONTENT))
    yield url
    claim.tus("DELETE", url)


def test_options_tells_versions_extensions_and_limits_without_a_version_asked(claim):
    answer = requests.options(claim.door, timeout=20)
    assert answer.status_code in (200, 204)
    assert "1.0.0" in answer.headers["Tus-Version"].split(",")
    assert {"creation", "expiration", "checksum", "termination"} <= set(answer.headers["Tus-Extension"].split(","))
    assert int(answer.headers["Tus-Max-Size"]) == 6 * 1_048_576
    assert "sha1" in answer.headers["Tus-Checksum-Algorithm"].split(",")


@pytest.mark.parametrize("version", [None, "0.2.2", "2.0.0"])
@pytest.mark.parametrize("verb", ["POST", "HEAD", "PATCH", "DELETE"])
def test_another_version_is_refused_with_412_and_nothing_is_done(claim, upload, verb, version):
    url = claim.door if verb == "POST" else upload
    answer = claim.tus(verb, url, Tus_Resumable=version, Upload_Length="5", Upload_Offset="0", Upload_Metadata=metadata(paper="ktp"))
    assert answer.status_code == 412
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert "Location" not in answer.headers
    assert claim.offset(upload) == 0


def test_every_answer_names_the_version(claim, upload):
    for answer in (claim.announce(0), claim.tus("HEAD", upload), claim.patch(upload, b"x", 7), claim.patch(upload, b"x", 0),
                   claim.tus("HEAD", claim.door + "/zzz"), claim.tus("GET", upload)):
        assert answer.headers["Tus-Resumable"] == "1.0.0"


def test_head_tells_offset_length_and_metadata_and_is_not_cached(claim, upload):
    claim.patch(upload, CONTENT[:1000], 0)
    answer = claim.tus("HEAD", upload)
    assert answer.status_code in (200, 204)
    assert answer.headers["Upload-Offset"] == "1000"
    assert answer.headers["Upload-Length"] == str(len(CONTENT))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Upload-Metadata"] == metadata(paper="ktp", filename="foto saya.jpg")
    assert answer.content == b""


def test_head_of_nothing_is_404_without_an_offset(claim):
    answer = claim.tus("HEAD", claim.door + "/zzz")
    assert answer.status_code == 404
    assert "Upload-Offset" not in answer.headers


def test_patch_appends_at_the_offset_and_tells_the_new_one(claim, upload):
    for start in range(0, 90_000, 30_000):
        answer = claim.patch(upload, CONTENT[start:start + 30_000], start)
        assert answer.status_code == 204
        assert answer.headers["Upload-Offset"] == str(start + 30_000)
    assert claim.offset(upload) == 90_000


def test_patch_at_another_offset_is_409_and_changes_nothing(claim, upload):
    claim.patch(upload, CONTENT[:1000], 0)
    for offset in (0, 999, 1001, 10**15):
        assert claim.patch(upload, CONTENT[:10], offset).status_code == 409
    assert claim.offset(upload) == 1000


@pytest.mark.parametrize("type", [None, "application/octet-stream", "text/plain"])
def test_patch_of_another_type_is_415(claim, upload, type):
    assert claim.patch(upload, b"x", 0, Content_Type=type).status_code == 415
    assert claim.offset(upload) == 0


@pytest.mark.parametrize("offset", [None, "", "-1", "1.5", "abc", "9" * 30])
def test_patch_without_a_whole_offset_is_400(claim, upload, offset):
    answer = claim.tus("PATCH", upload, data=b"x", Content_Type="application/offset+octet-stream", Upload_Offset=offset)
    assert answer.status_code == 400
    assert claim.offset(upload) == 0


def test_no_more_is_taken_than_was_announced(claim, upload):
    assert claim.patch(upload, CONTENT + b"x", 0).status_code == 413
    assert claim.patch(upload, iter([CONTENT, b"x"]), 0).status_code == 413
    assert claim.offset(upload) == 0


def test_a_body_without_a_length_is_taken(claim, upload):
    assert claim.patch(upload, iter([CONTENT[:700], CONTENT[700:1000]]), 0).headers["Upload-Offset"] == "1000"


def test_creation_answers_201_with_an_address_and_offset_0(claim):
    answer = claim.announce(5)
    assert answer.status_code == 201
    assert "Upload-Offset" not in answer.headers
    url = requests.compat.urljoin(claim.door, answer.headers["Location"])
    assert claim.offset(url) == 0
    claim.tus("DELETE", url)


@pytest.mark.parametrize("length", [None, "", "-1", "1.5", "abc", "9" * 30])
def test_creation_without_a_whole_length_is_400(claim, length):
    assert claim.tus("POST", Upload_Length=length, Upload_Metadata=metadata(paper="ktp")).status_code == 400


def test_a_deferred_length_is_not_supported_and_not_announced(claim):
    assert "creation-defer-length" not in requests.options(claim.door, timeout=20).headers["Tus-Extension"]
    assert claim.tus("POST", Upload_Defer_Length="1", Upload_Metadata=metadata(paper="ktp")).status_code == 400


def test_a_file_beyond_the_limit_is_413(claim):
    assert claim.announce(6 * 1_048_576 + 1).status_code == 413


@pytest.mark.parametrize("broken", ["ktp", "paper %%%", "paper a3Rw,paper a3Rw", "paper a3Rw,,x"])
def test_metadata_that_cannot_be_read_is_refused(claim, broken):
    assert claim.tus("POST", Upload_Length="5", Upload_Metadata=broken).status_code in (400, 422)


def test_creation_may_carry_the_first_bytes(claim):
    answer = claim.announce(len(CONTENT), data=CONTENT[:500], Content_Type="application/offset+octet-stream")
    assert answer.status_code == 201
    assert answer.headers["Upload-Offset"] == "500"
    url = requests.compat.urljoin(claim.door, answer.headers["Location"])
    assert claim.offset(url) == 500
    claim.tus("DELETE", url)


def test_the_end_of_an_unfinished_upload_is_told_at_creation_and_with_every_patch(claim):
    answer = claim.announce(10)
    url = requests.compat.urljoin(claim.door, answer.headers["Location"])
    expires = answer.headers["Upload-Expires"]
    assert expires.endswith(" GMT") and parsedate_to_datetime(expires)
    assert claim.patch(url, b"12345", 0).headers["Upload-Expires"] == expires
    claim.tus("DELETE", url)


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
def test_a_right_checksum_is_taken(claim, upload, algorithm):
    part = CONTENT[:70_000]
    assert claim.patch(upload, part, 0, Upload_Checksum=checksum(part, algorithm)).status_code == 204
    assert claim.offset(upload) == len(part)


def test_a_wrong_checksum_is_460_and_nothing_of_the_request_is_kept(claim, upload):
    claim.patch(upload, CONTENT[:1000], 0)
    answer = claim.patch(upload, CONTENT[1000:90_000], 1000, Upload_Checksum=checksum(b"another"))
    assert answer.status_code == 460
    assert claim.offset(upload) == 1000
    assert claim.patch(upload, CONTENT[1000:], 1000).status_code == 204


@pytest.mark.parametrize("written", ["crc32 AAAAAA==", "sha1", "sha1 %%%", "sha1 AAAA"])
def test_a_checksum_that_is_not_ours_is_400(claim, upload, written):
    assert claim.patch(upload, b"x", 0, Upload_Checksum=written).status_code == 400
    assert claim.offset(upload) == 0


def test_delete_ends_an_upload_and_it_is_gone(claim):
    url = claim.begin(10)
    claim.patch(url, b"12345", 0)
    answer = claim.tus("DELETE", url)
    assert (answer.status_code, answer.content) == (204, b"")
    assert claim.tus("HEAD", url).status_code in (404, 410)
    assert claim.patch(url, b"67890", 5).status_code in (404, 410)
    assert claim.tus("DELETE", url).status_code in (404, 410)


def test_the_method_in_the_header_wins(claim, upload):
    answer = claim.tus("POST", upload, data=b"12345", X_HTTP_Method_Override="PATCH", Upload_Offset="0",
                       Content_Type="application/offset+octet-stream")
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "5")
    answer = claim.tus("GET", upload, X_HTTP_Method_Override="HEAD")
    assert (answer.status_code, answer.headers["Upload-Offset"], answer.content) == (200, "5", b"")
    assert claim.tus("POST", upload, X_HTTP_Method_Override="DELETE").status_code == 204


def test_other_methods_are_405(claim, upload):
    assert claim.tus("GET", upload).status_code == 405
    assert claim.tus("PUT", upload, data=b"x").status_code == 405
    assert claim.tus("PATCH", claim.door).status_code == 405


def test_an_upload_is_there_for_its_own_claim_only(claim, stranger, upload):
    for answer in (stranger.tus("HEAD", upload), stranger.patch(upload, b"x", 0), stranger.tus("DELETE", upload)):
        assert answer.status_code == 404
    assert claim.tus("HEAD", upload, Cookie=None).status_code == 403
    assert claim.announce(5, Cookie=None).status_code == 403
    assert claim.offset(upload) == 0


def test_a_finished_upload_says_so_and_finishing_again_is_harmless(claim):
    url = claim.begin(5)
    assert claim.patch(url, b"12345", 0).status_code == 204
    answer = claim.tus("HEAD", url)
    assert (answer.headers["Upload-Offset"], "Upload-Expires" in answer.headers) == ("5", False)
    assert claim.patch(url, b"", 5).status_code == 204
    assert claim.patch(url, b"1", 0).status_code == 409


def test_a_whole_file_that_is_not_what_was_promised_is_thrown_away(claim):
    promised = hashlib.sha256(b"12345").hexdigest()
    answer = claim.announce(5, Upload_Metadata=metadata(paper="ktp", filename="a.jpg", sha256=promised))
    url = requests.compat.urljoin(claim.door, answer.headers["Location"])
    answer = claim.patch(url, b"12346", 0)
    assert answer.status_code == 460
    assert "Kirim sekali lagi" in answer.json()["detail"]
    assert claim.tus("HEAD", url).status_code == 410


def test_the_same_announcement_under_one_key_is_one_upload(claim):
    first, second = (claim.announce(5, Idempotency_Key="kunci-satu") for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    claim.tus("DELETE", requests.compat.urljoin(claim.door, first.headers["Location"]))


def test_papers_that_nobody_asks_for_and_too_many_at_once_are_refused_in_words(claim):
    assert claim.announce(5, paper="death_certificate").status_code == 422
    answer = claim.announce(5, Upload_Metadata=metadata(filename="a.jpg"))
    assert answer.status_code == 422 and answer.json()["detail"]
    open = [claim.begin(5) for _ in range(10)]
    assert claim.announce(5).status_code == 429
    for url in open:
        claim.tus("DELETE", url)


def test_another_site_can_change_nothing(claim, upload):
    for headers in ({"Sec_Fetch_Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert claim.patch(upload, b"x", 0, **headers).status_code == 403
        assert claim.announce(5, **headers).status_code == 403
    assert claim.offset(upload) == 0
