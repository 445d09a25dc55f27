"""Members in an officer's session, played over the forms of their own page; each holds a live stream open, as a page does."""
import io, json, threading, uuid

import requests
from PIL import Image, ImageDraw

from support.officer import PASSWORD
from support.server import Server, until


class Seats:
    def __init__(self, server: Server, branch: str):
        self.server, self.branch, self.people, self.streams = server, branch, [], []
        self.desk = requests.Session()

    def close(self) -> None:
        # A stream that is read closes with its next heartbeat; nobody has to wait for that.
        for stream in self.streams:
            threading.Thread(target=stream.close, daemon=True).start()

    # Members.

    def come(self, count: int, checked: bool = True) -> list[dict]:
        """Made-up members whose papers were sent come to the lobby; unchecked ones need the officer's first touch."""
        made = requests.post(self.server.url + "/dev/siap", timeout=120,
                             data={"branch": self.branch, "count": count, "papers": "accepted" if checked else "waiting"})
        made.raise_for_status()
        for person in made.json():
            self.press(person, "masuk", setuju="ya", rung="video")
            self.listen(person)
            self.people.append(person)
        return self.people

    def check(self, person: dict) -> None:
        """What this person sent is accepted at the pre-check desk, which gives the oldest first."""
        desk = self.window()
        page = desk.post(self.server.url + "/kantor/berkas", timeout=60)
        while self.server.row("SELECT count(*) FROM document WHERE claim = ? AND phase = 'waiting'", int(person["claim"]))[0]:
            page = desk.post(page.url.split("?")[0] + "/terima", data={"kunci": uuid.uuid4().hex}, timeout=60)
            page.raise_for_status()

    def press(self, person: dict, verb: str, **fields: str) -> None:
        answer = requests.post(f"{self.server.url}/wawancara/{verb}", data={"kunci": uuid.uuid4().hex, **fields}, timeout=60,
                               headers={"Cookie": person["cookie"]}, allow_redirects=False)
        assert answer.status_code in (200, 204, 303), f"{verb}: {answer.status_code} {answer.text[:300]}"

    def show(self, person: dict, kind: str) -> None:
        picture = io.BytesIO()
        image = Image.new("RGB", (1280, 800), "#9CC5DE")
        ImageDraw.Draw(image).text((80, 80), f"{kind} {person['name']}", fill="black", font_size=64)
        image.save(picture, "JPEG")
        answer = requests.post(f"{self.server.url}/wawancara/foto", params={"jenis": kind, "cara": "photo"}, data=picture.getvalue(), timeout=60,
                               headers={"Cookie": person["cookie"], "Content-Type": "image/jpeg", "Idempotency-Key": uuid.uuid4().hex})
        answer.raise_for_status()

    def listen(self, person: dict) -> None:
        stream = requests.get(self.server.url + "/wawancara/siaran", params={"inst": uuid.uuid4().hex[:12]}, stream=True, timeout=(20, 3600),
                              headers={"Cookie": person["cookie"]})
        stream.raise_for_status()
        self.streams.append(stream)
        threading.Thread(target=drain, args=[stream], daemon=True).start()

    def look(self, person: dict) -> dict:
        """The interview as the books hold it."""
        return json.loads(self.server.row("SELECT body FROM interview WHERE claim = ? ORDER BY entered DESC", int(person["claim"]))[0])

    def phase(self, person: dict) -> str:
        return self.look(person)["phase"]

    def seated(self) -> None:
        until(lambda: all("seat" in self.look(person) for person in self.people), 30, "everybody has a seat")
        self.people.sort(key=lambda person: self.look(person)["seat"])

    def reach(self, person: dict, phase: str) -> None:
        """The member does whatever is theirs until the interview stands there; what is the officer's comes from a second window."""
        for _ in range(12):
            now = self.phase(person)
            if now == phase:
                return
            if now == "called":
                self.press(person, "jawab")
                # Looked at by nobody before the call, and by a colleague right after it.
                self.check(person)
            elif now == "filling":
                self.press(person, "data")
            elif now == "originals":
                taken = [kind for capture in self.look(person)["captures"] for kind in capture["kind"]]
                if "face" not in taken:
                    self.show(person, "face")
                for paper in self.look(person)["wanted"]:
                    if self.phase(person) == "originals":
                        self.show(person, paper)
            elif now == "summary":
                self.press(person, "setuju")
            else:
                self.accept(person)
        raise AssertionError(f"stands at {self.phase(person)}, not at {phase}")

    # A second window of the officer.

    def window(self) -> requests.Session:
        if not self.desk.cookies:
            self.desk.post(self.server.url + "/kantor/masuk", data={"nama": f"petugas1.{self.branch}", "sandi": PASSWORD}, timeout=60).raise_for_status()
        return self.desk

    def officer(self, verb: str, **fields: str) -> requests.Response:
        return self.window().post(f"{self.server.url}/kantor/konsol/{verb}", data={"kunci": uuid.uuid4().hex, **fields}, timeout=60,
                                  headers={"Accept": "application/json"})

    def accept(self, person: dict) -> None:
        seat = str(self.look(person)["id"])
        for row in ("face", "identity", "others", "answers", "papers", "names", "nik", "waiting", "agreement"):
            self.officer("tanda", kursi=seat, tanda=f"{row}:1")
        self.officer("lanjut", kursi=seat).raise_for_status()


def drain(stream) -> None:
    try:
        for _ in stream.iter_content(4096):
            pass
    except (requests.RequestException, AttributeError, ValueError, OSError):
        pass
