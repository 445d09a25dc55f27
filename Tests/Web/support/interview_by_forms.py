"""An officer of One to Many by plain forms, without a browser; and claims whose interview may begin now."""
import threading

import requests

from support.officer import PASSWORD
from support.server import Server, until

ROWS = ["nik", "names", "waiting", "papers", "face", "identity", "others", "answers", "agreement"]


class Ready:
    """A made-up claim whose appointment begins now; `cookies` open it in a browser."""

    def __init__(self, server: Server, found: dict):
        self.server, self.number, self.claim, self.name = server, found["number"], int(found["claim"]), found["name"]
        name, value = found["cookie"].split("=", 1)
        self.cookies = [{"name": name, "value": value, "url": server.url}]
        self.headers = {"Cookie": found["cookie"]}

    def post(self, verb: str, **fields) -> requests.Response:
        return requests.post(f"{self.server.url}/wawancara/{verb}", data=fields, headers=self.headers, timeout=20, allow_redirects=False)

    def photo(self, content: bytes, kind: str = "ktp", key: str | None = None, way: str = "photo") -> requests.Response:
        headers = self.headers | {"Content-Type": "image/jpeg", "Accept": "application/json"} | ({"Idempotency-Key": key} if key else {})
        return requests.post(f"{self.server.url}/wawancara/foto?jenis={kind}&cara={way}", data=content, headers=headers, timeout=60)

    def page(self, path: str = "") -> requests.Response:
        return requests.get(f"{self.server.url}/wawancara{path}", headers=self.headers, timeout=20, allow_redirects=False)

    @property
    def interview(self) -> int:
        return self.server.row("SELECT id FROM interview WHERE claim = ? ORDER BY id DESC", self.claim)[0]

    @property
    def phase(self) -> str | None:
        found = self.server.row("SELECT phase FROM interview WHERE claim = ? ORDER BY id DESC", self.claim)
        return found and found[0]

    def reaches(self, phase: str, within: float = 60) -> "Ready":
        until(lambda: self.phase == phase, within, lambda: f"the interview of {self.number} is {phase}; it is {self.phase}")
        return self


def ready(server: Server, branch: str, count: int = 1) -> list[Ready]:
    answer = requests.post(server.url + "/dev/siap", data={"branch": branch, "count": count}, timeout=120)
    answer.raise_for_status()
    return [Ready(server, one) for one in answer.json()]


class OfficerByForms:
    """Signed in, with an open session that stays alive until `close`."""

    def __init__(self, server: Server, branch: str, number: int = 1, seats: int = 2):
        self.server, self.browser = server, requests.Session()
        self.browser.post(server.url + "/kantor/masuk", data={"nama": f"petugas{number}.{branch}", "sandi": PASSWORD}, timeout=20)
        self.press("buka", jumlah=seats)
        self.over = threading.Event()
        threading.Thread(target=self.live, daemon=True).start()

    def live(self) -> None:
        while not self.over.wait(3):
            try:
                self.press("hidup", check=False)
            except requests.RequestException:
                pass

    def press(self, verb: str, member: Ready | None = None, check: bool = True, **fields) -> requests.Response:
        data = fields | ({"kursi": member.interview} if member else {})
        answer = self.browser.post(f"{self.server.url}/kantor/konsol/{verb}", data=data, timeout=20, headers={"Accept": "application/json"})
        assert not check or answer.status_code < 300, f"{verb}: {answer.status_code} {answer.text[:300]}"
        return answer

    def accept(self, member: Ready) -> None:
        """Looks at every row of the touch by hand, then takes the one next step."""
        for row in ROWS:
            self.press("tanda", member, check=False, butir=row, cocok=1)
        self.press("lanjut", member)

    def still(self, evidence: int) -> bytes:
        answer = self.browser.get(f"{self.server.url}/kantor/konsol/foto/{evidence}", timeout=20)
        assert answer.status_code == 200, answer.status_code
        return answer.content

    def close(self) -> None:
        self.over.set()
