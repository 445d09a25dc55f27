"""Files arrive whole from a bad network, through crashes, and are looked at before anybody sees them."""
import hashlib, io, random, threading, time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from tusclient import exceptions
from tusclient.client import TusClient

from support.cutting_proxy import CuttingProxy
from support.papers import PAPERS, Claim, arrived, bomb, noise, photo, verdict
from support.server import until


def test_two_hundred_uploads_cut_at_random_bytes_end_byte_identical(server):
    claims = [Claim(server) for _ in range(20)]
    proxy = CuttingProxy(int(server.url.rsplit(":", 1)[1]), seed=31, cuts=600, most=120_000)

    def send(number: int) -> None:
        claim, content = claims[number % 20], noise(random.Random(number).randint(1, 200_000), seed=number)
        # The key makes an announcement whose answer was lost one upload when it is sent again.
        client = TusClient(f"http://127.0.0.1:{proxy.port}/berkas/kirim", headers={**claim.headers, "Idempotency-Key": f"cut-{number}"})
        uploader, end = None, time.monotonic() + 120
        while time.monotonic() < end:
            try:
                uploader = uploader or client.uploader(
                    file_stream=io.BytesIO(content), chunk_size=[2**30, 30_000][number % 2],
                    metadata={"paper": PAPERS[number // 20 % len(PAPERS)], "filename": f"{number}.jpg"})
                if uploader.url:
                    uploader.offset = uploader.get_offset()
                uploader.upload()
                break
            except (exceptions.TusCommunicationError, requests.RequestException, OSError):
                time.sleep(0.01)
        until(lambda: arrived(server, uploader.url), 60, "the document is on the books")
        assert arrived(server, uploader.url) == hashlib.sha256(content).hexdigest(), number

    with ThreadPoolExecutor(24) as pool:
        list(pool.map(send, range(200)))
    proxy.close()
    assert proxy.made >= 200, "the network was too good to prove anything"


def test_after_kill_9_what_was_acknowledged_is_there_and_everything_else_goes_on(own_server):
    server = own_server
    claims = [Claim(server) for _ in range(20)]
    size, part = 65_536, 20_000
    sent = {number: noise(size, seed=1000 + number) for number in range(120)}
    urls, offsets, crashed = {}, dict.fromkeys(sent, 0), threading.Event()

    def send(number: int) -> None:
        claim = claims[number % 20]
        if crashed.is_set():
            return
        try:
            urls[number] = claim.begin(size, PAPERS[number // 20 % len(PAPERS)], key=f"crash-{number}")
            while offsets[number] < size and not crashed.is_set():
                start = offsets[number]
                answer = claim.patch(urls[number], sent[number][start:start + part], start)
                assert answer.status_code == 204, answer.text
                offsets[number] = int(answer.headers["Upload-Offset"])
        except requests.RequestException:
            assert crashed.is_set()

    def crash() -> None:
        until(lambda: sum(offset == size for offset in list(offsets.values())) >= 24, 120, "some uploads were acknowledged")
        crashed.set()
        server.crash_and_come_back()

    with ThreadPoolExecutor(121) as pool:
        last = pool.submit(crash)
        list(pool.map(send, sent))
        last.result()
    whole = [number for number in sent if offsets[number] == size]
    part_way = [number for number in sent if 0 < offsets[number] < size]
    assert len(whole) >= 24 and part_way, (len(whole), len(part_way))
    right = lambda number: hashlib.sha256(sent[number]).hexdigest()
    for number in whole:
        assert arrived(server, urls[number]) == right(number)
    for number in sent.keys() - set(whole):
        claim = claims[number % 20]
        url = urls.get(number) or claim.begin(size, PAPERS[number // 20 % len(PAPERS)], key=f"crash-{number}")
        here = claim.offset(url)
        assert here >= offsets[number], "an acknowledged byte is lost"
        if here < size:
            assert claim.patch(url, sent[number][here:], here).status_code == 204
        assert arrived(server, url) == right(number)


def test_a_new_connection_takes_an_upload_over_from_one_that_is_dead(server):
    claim, content = Claim(server), noise(50_000, seed=5)
    url = claim.begin(len(content))

    def stalled():
        yield content[:10_000]
        sent.set()
        hold.wait(60)
        yield content[10_000:20_000]

    hold, sent = threading.Event(), threading.Event()
    with ThreadPoolExecutor(1) as pool:
        old = pool.submit(claim.patch, url, stalled(), 0)
        assert sent.wait(60)
        time.sleep(1.5)
        here = claim.offset(url)
        assert claim.patch(url, content[here:], here).status_code == 204
        hold.set()
        assert old.result().status_code >= 400, "the dead connection wrote into a file that is not its own any more"
    assert arrived(server, url) == hashlib.sha256(content).hexdigest()


def test_what_arrived_before_the_connection_broke_counts(server):
    claim, content = Claim(server), noise(150_000, seed=6)
    right = hashlib.sha256(content).hexdigest()
    url = claim.begin(len(content))

    def breaking():
        yield content[:100_000]
        raise ConnectionResetError

    with pytest.raises(Exception):
        claim.patch(url, breaking(), 0)
    # Whoever asks ends the older request: what had been read by then counts, and nothing else.
    assert claim.offset(url) <= 100_000
    claim.go_on(url, content)
    assert arrived(server, url) == right
    url = claim.begin(len(content))
    with pytest.raises(Exception):
        claim.patch(url, breaking(), 0, Upload_Checksum="sha1 " + "A" * 27 + "=")
    assert claim.offset(url) == 0, "a part that could not be checked counts"
    claim.go_on(url, content)
    assert arrived(server, url) == right


def test_a_photo_is_cleaned_and_shown_to_its_own_claim_only(server):
    claim, stranger = Claim(server), Claim(server)
    id = claim.send(photo())
    assert verdict(server, id)[0] == "waiting"
    page = requests.get(f"{server.url}/berkas/dokumen/{id}/1", headers=claim.headers, timeout=20)
    assert (page.status_code, page.headers["Content-Type"]) == (200, "image/jpeg")
    assert page.headers["Cache-Control"] == "private, no-store"
    file = requests.get(f"{server.url}/berkas/dokumen/{id}/asli", headers=claim.headers, timeout=20)
    assert file.headers["Content-Disposition"] == 'attachment; filename="ktp-1.png"'
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert hashlib.sha256(file.content).hexdigest() == server.row("SELECT sha256 FROM document WHERE id = ?", id)[0]
    for path in ("1", "asli", "2", "0", "x"):
        assert requests.get(f"{server.url}/berkas/dokumen/{id}/{path}", headers=stranger.headers, timeout=20).status_code == 404
    for path in ("2", "0", "x"):
        assert requests.get(f"{server.url}/berkas/dokumen/{id}/{path}", headers=claim.headers, timeout=20).status_code == 404
    looks = server.row("SELECT count(*) FROM journal WHERE body LIKE '%documentViewed%' AND body LIKE ?", f"%{id}%")[0]
    assert looks == 2


def with_gps() -> bytes:
    from PIL import Image

    image, out, exif = Image.open(io.BytesIO(photo())).convert("RGB"), io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 11.0, 42.0), 3: "E", 4: (106.0, 49.0, 12.0)})
    exif[0x010F] = "KameraRahasia"
    image.save(out, "JPEG", exif=exif)
    assert b"KameraRahasia" in out.getvalue()
    return out.getvalue()


def pdf(extra: bytes = b"", catalog: bytes = b"") -> bytes:
    """The smallest PDF of one page, with more in its catalog."""
    parts = [b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"] + ([extra] if extra else [])
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start)


HOSTILE = {
    "wrongType": b"<html><script>alert(1)</script></html>" * 20,
    "tooManyPixels": bomb(20_000),
    "broken": photo()[:-400],
    "activePDF": pdf(b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>", b"/OpenAction 4 0 R"),
    "embeddedFiles": pdf(b"<< /Names [(a) << /Type /Filespec /F (a.exe) >>] >>", b"/Names << /EmbeddedFiles 4 0 R >>"),
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_a_hostile_file_is_refused_for_its_reason_and_shown_to_nobody(server, fault):
    claim = Claim(server)
    id = claim.send(HOSTILE[fault])
    phase, told = verdict(server, id)
    assert (phase, fault in told) == ("refused", True), told
    assert requests.get(f"{server.url}/berkas/dokumen/{id}/1", headers=claim.headers, timeout=20).status_code == 409
    assert requests.get(f"{server.url}/berkas/dokumen/{id}/asli", headers=claim.headers, timeout=20).status_code == 409


def test_where_a_photo_was_taken_is_removed(server):
    claim = Claim(server)
    id = claim.send(with_gps(), paper="face_photo")
    assert verdict(server, id)[0] == "waiting"
    file = requests.get(f"{server.url}/berkas/dokumen/{id}/asli", headers=claim.headers, timeout=20).content
    assert b"KameraRahasia" not in file and b"Exif" not in file


def test_a_page_in_the_tail_of_a_picture_does_not_survive(server):
    claim = Claim(server)
    id = claim.send(photo() + b"<script>alert(1)</script>")
    assert verdict(server, id)[0] == "waiting"
    file = requests.get(f"{server.url}/berkas/dokumen/{id}/asli", headers=claim.headers, timeout=20)
    assert b"<script>" not in file.content


def test_the_plain_form_sends_a_file_once_however_often_it_is_pressed(server):
    claim, content = Claim(server), photo(7)
    before = server.row("SELECT count(*) FROM document")[0]
    form = lambda: requests.post(
        server.url + "/berkas/resignation_letter", headers=claim.headers, data={"kunci": "sekali"}, timeout=30, allow_redirects=False,
        files={"berkas": ("surat berhenti.png", content, "image/png")})
    for _ in range(2):
        answer = form()
        assert (answer.status_code, answer.headers.get("Location")) == (303, "/berkas"), answer.text
    found = server.row("SELECT d.id, u.name FROM document d JOIN upload u ON u.id = d.id WHERE d.paper = 'resignation_letter' ORDER BY d.id DESC LIMIT 1")
    assert found[1] == "surat berhenti.png"
    assert server.row("SELECT count(*) FROM document WHERE paper = 'resignation_letter' AND claim = (SELECT claim FROM document WHERE id = ?)", found[0]) == (1,)
    assert verdict(server, found[0])[0] == "waiting"
    assert server.row("SELECT count(*) FROM document")[0] > before


@pytest.mark.parametrize("name, content, sentence", [
    ("a.jpg", b"", "kosong"), ("a.jpg", b"x" * (6 * 1_048_576 + 1), "lebih besar dari 6"), (None, b"", "kosong")])
def test_a_form_without_a_fit_file_is_shown_again_with_its_sentence(server, name, content, sentence):
    claim = Claim(server)
    files = {"berkas": (name, content, "image/jpeg")} if name else {"lain": ("", b"")}
    answer = requests.post(server.url + "/berkas/ktp", headers=claim.headers, files=files, timeout=30, allow_redirects=False)
    assert 400 <= answer.status_code < 500
    assert sentence in answer.text and "Kesalahan:" in answer.text


def test_a_broken_form_is_a_bad_request_and_leaves_nothing(server):
    claim = Claim(server)
    for type, body in (("multipart/form-data", b"x"), ("multipart/form-data; boundary=a", b"--a\r\nno-headers\r\n\r\nx\r\n--a--"),
                       ("text/plain", b"x")):
        answer = requests.post(server.url + "/berkas/ktp", data=body, headers={**claim.headers, "Content-Type": type}, timeout=20)
        assert 400 <= answer.status_code < 500
    assert server.row("SELECT count(*) FROM upload WHERE claim = (SELECT id FROM claim WHERE number = ?)", claim.number.replace("-", "")) == (0,)
