"""Claims that may send papers, and uploads as a program sends them: the protocol by hand, and tuspy."""
import base64, hashlib, io, random, zlib

import requests

from support.people import Person
from support.server import Server, until

PNG = b"\x89PNG\r\n\x1a\n"
# Papers that everyone who resigned is asked for.
PAPERS = ["kartu_peserta", "ktp", "resignation_letter", "bank_book", "face_photo"]


class Claim:
    """A claim with an appointment, filed through the interface; `headers` is what its browser sends."""

    def __init__(self, server: Server, person: Person | None = None, branch: str | None = None):
        self.server, self.person = server, person or server.people.anybody()
        branches = [branch] if branch else [one["code"] for one in reversed(server.branches())]
        slots = (slot for code in branches for slot in reversed(server.slots(code)))
        # The picture of free places is a moment old: where others were faster, the next one.
        tries = ((slot, requests.post(server.url + "/api/v1/registrations", json={"slot": slot["id"]}, timeout=30)) for slot in slots)
        self.slot, begun = next((slot, answer.json()) for slot, answer in tries if answer.status_code < 300)
        self.headers = {"Cookie": f"daftar={begun['token']}"}
        who = self.person
        self.ask("PUT", "/api/v1/registrations/me/identity", nik=who.nik, kpj=who.kpj, name=who.name, birth=who.birth.isoformat(),
                 mother=who.mother)
        self.ask("PUT", "/api/v1/registrations/me/contact", email=who.email, phone=who.phone)
        until(lambda: server.codes(who.email), 60, f"a code for {who.email}")
        self.ask("POST", "/api/v1/registrations/me/proof", code=server.codes(who.email)[0])
        self.ask("PUT", "/api/v1/registrations/me/reason", reason="resignation")
        self.number = self.ask("POST", "/api/v1/claims").json()["number"]

    def ask(self, verb: str, path: str, **body) -> requests.Response:
        token = {"Authorization": f"Bearer {self.headers['Cookie'].split('=')[1]}"} if hasattr(self, "headers") else {}
        answer = requests.request(verb, self.server.url + path, json=body, headers=token, timeout=30)
        assert answer.status_code < 300, f"{verb} {path}: {answer.status_code} {answer.text}"
        return answer

    # The protocol by hand.

    @property
    def door(self) -> str:
        return self.server.url + "/berkas/kirim"

    def tus(self, verb: str, url: str = "", data=None, **headers) -> requests.Response:
        """`headers` with `_` for `-`; a value of None leaves one out."""
        sent = {"Tus-Resumable": "1.0.0", **self.headers} | {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in sent.items() if value is not None}
        return requests.request(verb, url or self.door, data=data, headers=sent, timeout=60, allow_redirects=False)

    def announce(self, length: int, paper: str = "ktp", data=None, **headers) -> requests.Response:
        headers.setdefault("Upload_Metadata", metadata(paper=paper, filename="foto saya.jpg"))
        return self.tus("POST", data=data, Upload_Length=str(length), **headers)

    def begin(self, length: int, paper: str = "ktp", key: str | None = None) -> str:
        """The same key makes the same announcement one upload."""
        answer = self.announce(length, paper, Idempotency_Key=key)
        assert answer.status_code == 201, answer.text
        return requests.compat.urljoin(self.door, answer.headers["Location"])

    def patch(self, url: str, data: bytes, offset: int, **headers) -> requests.Response:
        headers.setdefault("Content_Type", "application/offset+octet-stream")
        return self.tus("PATCH", url, data=data, Upload_Offset=str(offset), **headers)

    def offset(self, url: str) -> int:
        answer = self.tus("HEAD", url)
        assert answer.status_code == 200, answer.status_code
        return int(answer.headers["Upload-Offset"])

    def go_on(self, url: str, content: bytes) -> None:
        """As a phone does after its connection broke: asks where the file stands, and again when a dying request came between."""
        for _ in range(5):
            here = self.offset(url)
            answer = self.patch(url, content[here:], here)
            if answer.status_code == 204:
                return
        raise AssertionError(f"{answer.status_code}: {answer.text}")

    def send(self, content: bytes, paper: str = "ktp") -> int:
        """A whole file at once; answers the document's number."""
        url = self.begin(len(content), paper)
        answer = self.patch(url, content, 0)
        assert answer.status_code == 204, answer.text
        return document(url)


def arrived(server: Server, url: str) -> str:
    """The SHA-256 of what an upload became, as it was computed from the sealed file; empty while there is no document.
    A document that the inspection refuses keeps the hash of what arrived."""
    found = server.row("SELECT sha256 FROM document WHERE id = ?", document(url))
    return found[0] if found else ""


def verdict(server: Server, id: int, within: float = 60) -> tuple[str, str]:
    """Phase and fault of a document, once it was inspected."""
    look = lambda: server.row("SELECT phase, coalesce(fault, '') FROM document WHERE id = ?", id)
    until(lambda: look()[0] != "checking", within, "the document was inspected")
    return look()


def metadata(**values: str) -> str:
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in values.items())


def document(url: str) -> int:
    """The number of the document that an upload becomes is the upload's."""
    return int(url.rsplit("/", 1)[1], 36)


def checksum(content: bytes, algorithm: str = "sha1") -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


def noise(size: int, seed: int) -> bytes:
    return random.Random(seed).randbytes(size)


def photo(seed: int = 1, edge: int = 64) -> bytes:
    """A small sharp PNG that the inspection takes."""
    from PIL import Image

    image = Image.frombytes("L", (edge, edge), bytes(255 if pixel % 2 else 40 for pixel in noise(edge * edge, seed)))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def bomb(edge: int) -> bytes:
    """A PNG of few bytes and very many pixels."""
    head = edge.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
