"""A tus 1.0 server in the browser's way: what the page's script sends is answered here, cut where a test says."""
import base64, hashlib, re
from dataclasses import dataclass, field
from typing import Callable

from playwright.sync_api import BrowserContext, Route

ADDRESS = "/berkas/kirim"


@dataclass
class Arrived:
    length: int
    about: dict[str, str]
    content: bytearray = field(default_factory=bytearray)

    @property
    def whole(self) -> bool:
        return len(self.content) == self.length

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class Tus:
    """`breaks` is asked at every PATCH with its number, from 1: the answer is how many bytes of it still arrive, or None for all."""

    def __init__(self, context: BrowserContext, breaks: Callable[[int], int | None] = lambda number: None):
        self.breaks, self.uploads, self.asked, self.patches = breaks, {}, [], 0
        context.route(re.compile(ADDRESS + r"(\?.*)?$"), self.create)
        context.route("**" + ADDRESS + "/*", self.go_on)

    @property
    def only(self) -> Arrived:
        (one,) = self.uploads.values()
        return one

    def create(self, route: Route) -> None:
        fields = route.request.headers
        self.asked.append("POST")
        assert route.request.method == "POST" and fields["tus-resumable"] == "1.0.0"
        about = {name: base64.b64decode(value).decode() for name, value in
                 (pair.split(" ") for pair in fields["upload-metadata"].split(","))}
        path = f"{ADDRESS}/{len(self.uploads) + 1}"
        self.uploads[path] = Arrived(int(fields["upload-length"]), about)
        answer(route, 201, Location=path)

    def go_on(self, route: Route) -> None:
        request = route.request
        self.asked.append(request.method)
        one = self.uploads.get(request.url[request.url.index(ADDRESS):])
        if not one:
            return answer(route, 404)
        if request.method == "DELETE":
            del self.uploads[request.url[request.url.index(ADDRESS):]]
            return answer(route, 204)
        if request.method == "PATCH":
            assert request.headers["content-type"] == "application/offset+octet-stream"
            self.patches += 1
            body, cut = request.post_data_buffer or b"", self.breaks(self.patches)
            if int(request.headers["upload-offset"]) != len(one.content):
                return answer(route, 409)
            one.content += body if cut is None else body[:cut]
            if cut is not None:
                return route.abort("connectionreset")
            return answer(route, 204, **{"Upload-Offset": str(len(one.content))})
        return answer(route, 200, **{"Upload-Offset": str(len(one.content)), "Upload-Length": str(one.length), "Cache-Control": "no-store"})


def answer(route: Route, status: int, **fields: str) -> None:
    route.fulfill(status=status, headers={"Tus-Resumable": "1.0.0", **fields})
