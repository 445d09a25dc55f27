"""The papers of a claim as the tests handle them: the link from the mail, photos, and documents put in place."""
import json, random, sqlite3, struct, zlib
from itertools import count

from support.server import Server, until

numbers = count(7_000_000_000_000)


def link(server: Server, to: str, after: int = 0) -> str:
    """The personal link of the newest letter that carries one, once there are more than `after` of them."""
    found = lambda: [one for mail in server.mails(to) for one in mail["links"] if "/berkas/buka/" in one]
    until(lambda: len(found()) > after, 60, f"a letter to {to} with its link")
    return found()[0].removeprefix(server.url)


def put(server: Server, number: str, paper: str, phase: str, **columns) -> int:
    """A document of the claim, as if it had come earlier and its checks and the officer had done their part. SQLite only."""
    identity = next(numbers)
    with sqlite3.connect(server.database.removeprefix("sqlite:"), timeout=20) as books:
        claim, filed = books.execute("SELECT id, filed FROM claim WHERE number = ?", [number.replace("-", "")]).fetchone()
        (versions,) = books.execute("SELECT count(*) FROM document WHERE claim = ? AND paper = ?", [claim, paper]).fetchone()
        row = {"id": identity, "claim": claim, "paper": paper, "version": versions + 1, "kind": "jpeg", "bytes": 250_000, "sha256": "0" * 64,
               "pages": 1, "hints": "[]", "received": filed, "phase": phase, **columns}
        books.execute(f"INSERT INTO document ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    return identity


def refused(kind: str, most: int | None = None) -> str:
    return json.dumps({"kind": kind} | ({"most": most} if most else {}))


def photo(width: int = 3000, height: int = 2000, noise: int | None = None) -> bytes:
    """A PNG of stripes, large in pixels and small in bytes; or, with a seed, of noise, about a byte for a pixel."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    if noise is None:
        pixels = zlib.compress((b"\0" + bytes(x // 97 * 53 % 256 for x in range(width))) * height)
    else:
        chance = random.Random(noise)
        pixels = zlib.compress(b"".join(b"\0" + chance.randbytes(width) for _ in range(height)), 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", pixels) + chunk(
        b"IEND", b"")


def file(name: str, kind: str, content: bytes) -> dict:
    return {"name": name, "mimeType": kind, "buffer": content}


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " \
      b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
