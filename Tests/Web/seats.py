"""Members in an officer's session, as if their own pages had brought them there: written beside the server into its embedded database."""
import json, sqlite3, threading, time
from contextlib import closing

import requests

from officer import PASSWORD
from server import Server, until


class Seats:
    """People who are ready for their interview. Each holds a live stream open, as a member's page does."""

    def __init__(self, server: Server, branch: str):
        self.server, self.branch = server, branch
        self.file = server.database.removeprefix("sqlite:")
        self.people, self.streams, self.number = [], [], int(time.time() * 1000) << 12

    def books(self):
        connection = sqlite3.connect(self.file, timeout=20, isolation_level=None)
        return closing(connection)

    def close(self) -> None:
        for stream in self.streams:
            stream.close()

    def come(self, count: int) -> list[dict]:
        """Made-up members with accepted papers come to the lobby."""
        made = requests.post(self.server.url + "/dev/siap", data={"branch": self.branch, "count": count}, timeout=60)
        made.raise_for_status()
        for person in made.json():
            self.enter(person)
            self.listen(person)
        return self.people

    def enter(self, person: dict) -> None:
        self.number += 1
        person["id"] = self.number
        with self.books() as books:
            claim = int(person["claim"])
            booking, branch = books.execute("SELECT b.id, b.branch FROM claim c JOIN booking b ON b.id = c.booking WHERE c.id = ?", [claim]).fetchone()
            books.execute("UPDATE booking SET phase = 'checkedIn' WHERE id = ?", [booking])
            now = self.now()
            body = {"id": self.number, "claim": claim, "booking": booking, "branch": branch, "start": now, "phase": "lobby", "since": now,
                    "entered": now, "priority": False, "rung": "video", "calls": 0, "progress": now, "prechecked": False, "wanted": [],
                    "captures": [], "questions": [], "marks": [], "returned": [], "mismatches": 0, "touches": 0,
                    "attention": {"milliseconds": 0}, "consent": "wawancara-1"}
            books.execute("INSERT INTO interview (id, claim, branch, phase, live, front, start, entered, since, served, body) VALUES (?,?,?,'lobby',1,2,?,?,?,0,?)",
                          [self.number, claim, branch, now, now, now, json.dumps(body)])
        self.people.append(person)

    def listen(self, person: dict) -> None:
        stream = requests.get(self.server.url + "/wawancara/siaran", params={"inst": f"m{person['id']}"}, headers={"Cookie": person["cookie"]},
                              stream=True, timeout=(20, 3600))
        stream.raise_for_status()
        self.streams.append(stream)
        threading.Thread(target=lambda: self.drain(stream), daemon=True).start()

    @staticmethod
    def drain(stream) -> None:
        try:
            for _ in stream.iter_content(4096):
                pass
        except (requests.RequestException, AttributeError, ValueError):
            pass

    def now(self) -> int:
        """The server's clock, in milliseconds."""
        answer = requests.post(self.server.url + "/dev/clock", data={"advance": "0"}, timeout=20).json()["now"]
        from datetime import datetime
        return int(datetime.fromisoformat(answer.replace("Z", "+00:00")).timestamp() * 1000)

    def look(self, person: dict) -> dict:
        with self.books() as books:
            return json.loads(books.execute("SELECT body FROM interview WHERE id = ?", [person["id"]]).fetchone()[0])

    def phase(self, person: dict) -> str:
        return self.look(person)["phase"]

    def seated(self, count: int) -> None:
        until(lambda: sum("seat" in self.look(p) for p in self.people) >= count, 30, "everybody has a seat")

    def put(self, person: dict, phase: str, **more) -> None:
        """The member's own step is done: `ready`, `shown`, `agreed` and the like."""
        for _ in range(20):
            with self.books() as books:
                before = books.execute("SELECT body FROM interview WHERE id = ?", [person["id"]]).fetchone()[0]
                now, body = self.now(), json.loads(before)
                for gone in ("stuck", "undo", "needed"):
                    body.pop(gone, None)
                body |= {"phase": phase, "since": now, "progress": now, "seated": body.get("seated", now)}
                if phase in ("ready", "shown", "agreed"):
                    body["needed"] = now
                if phase == "agreed":
                    body["agreed"] = now
                if phase in ("originals", "shown", "summary", "agreed") and not body["wanted"]:
                    body |= {"wanted": ["ktp", "kartu_peserta", "bank_book"], "questions": ["mother", "ended"]}
                body |= more
                if phase == "shown" and not body["captures"]:
                    body["captures"] = [{"kind": kind, "evidence": self.evidence(books, body, kind, now)}
                                        for kind in [{"face": {}}, *({"paper": {"_0": paper}} for paper in body["wanted"])]]
                done = books.execute("UPDATE interview SET phase = ?, since = ?, progress = NULL, body = ? WHERE id = ? AND body = ?",
                                     [phase, now, json.dumps(body), person["id"], before]).rowcount
            if done:
                return
        raise AssertionError("the interview changes all the time")

    def evidence(self, books, body: dict, kind: dict, now: int) -> int:
        """What the stills show is another test's business: every one of them is a drawing that the browser is given."""
        self.number += 1
        name = "face" if "face" in kind else kind["paper"]["_0"]
        books.execute("INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?,?,?)",
                      [self.number, body["id"], body["claim"], name, "ab" * 32, 1000, 1920, 1080, "takePhoto", now])
        return self.number
