"""A whole day at a branch through the real server: people come to the yard, booths ask, officers press, one minute after another.

Time is compressed: a minute of the branch is one move of the server's clock, which does what came due in it; everything else is a real
request to the running server, and its own services go on beside it. Each person needs minutes of their own for each step, as a seed says.
The books are only read, to see who has something to do and to judge the day afterwards.
"""
import json, random, re, uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import requests

from support.member_at_home import ready, rows
from support.officer import PASSWORD
from support.people import Person
from support.server import Server
from support.yard import RESIGNED, typed

BOOTHS, OFFICERS, SEATS, ROOM = 16, 4, 4, 22
PRIORITIES = ["pregnant", "elderly", "disabled", "ill"]
JSON = {"Accept": "application/json"}
# A minute passes between two signs of life of a page here, so the minutes of silence that the rules ask about are more.
PATIENT = {"interviews": {"auditOneIn": 0} | {name: {"milliseconds": 1_800_000} for name in ("awayAfter", "abandonedAfter", "stuckAfter")},
           "onsite": {"boothAway": {"milliseconds": 1_800_000}}}


@dataclass
class Caller:
    """Somebody with a claim, in a booth or at home."""
    number: str | None = None
    # The last digits of the phone number, which a booth asks for beside the number.
    digits: str = ""
    cookie: str | None = None
    # So many calls are not followed.
    deaf: int = 0
    heard: set[int] = field(default_factory=set)
    # When the next thing of theirs is done, and in which phase that was decided.
    due: datetime | None = None
    phase: str = ""


def inputs(page: str) -> dict[str, str]:
    """Names and values of the fields of a page's first form that has any."""
    main = page[page.index("<main"):]
    form = next(form for form in re.findall(r"<form.*?</form>", main, re.S) if "name=\"buka\"" in form)
    tags = re.findall(r"<input[^>]*>", form)
    return {re.search(r'name="([^"]*)"', tag)[1]: (re.search(r'value="([^"]*)"', tag) or ["", ""])[1] for tag in tags}


class Staff(requests.Session):
    """Somebody of the branch, signed in."""

    def __init__(self, server: Server, name: str):
        super().__init__()
        self.url = server.url
        self.ask("/kantor/masuk", nama=name, sandi=PASSWORD)

    def ask(self, path: str, **fields: str) -> str:
        answer = self.post(self.url + path, data={"kunci": uuid.uuid4().hex} | fields, timeout=60)
        assert answer.status_code < 400, f"{path}: {answer.status_code} {answer.text[:300]}"
        return answer.text

    def press(self, verb: str, **fields: str) -> requests.Response:
        return self.post(f"{self.url}/kantor/konsol/{verb}", data={"kunci": uuid.uuid4().hex} | fields, headers=JSON, timeout=60)


class BranchDay:
    def __init__(self, server: Server, branch: str, people: list[Person], picture: bytes, seed: int, over: int = 330):
        self.server, self.branch, self.picture, self.chance = server, branch, picture, random.Random(seed)
        self.callers: dict[int, Caller] = {}
        self.missing: list[tuple[datetime, Person, str]] = []
        self.orders: dict[int, int] = {}
        self.busy: dict[int, datetime] = {}
        self.told = Counter()
        self.gone: dict[int, datetime | None] = {}
        # Most come in the morning, as people do who fear that the numbers run out.
        self.arrivals = sorted(((self.chance.randrange(55) if self.chance.random() < 0.8 else self.chance.randrange(55, over)) + 10, n) for n in range(len(people)))
        self.people = people

    def open(self, day: datetime) -> None:
        """Before anybody comes: the manager gives the day its numbers and pairs the booths, officers sign in."""
        self.id, = self.server.row("SELECT id FROM branch WHERE code = ?", self.branch)
        manager = Staff(self.server, f"manajer.{self.branch}")
        hours = inputs(manager.get(self.server.url + "/kantor/jam", timeout=60).text) | {"menit": "25", "daring": "20", "ruang": str(ROOM)}
        manager.ask("/kantor/jam", **inputs(manager.ask("/kantor/jam", **hours)))
        self.begun = self.now = day
        self.server.set_clock(at=day.isoformat())
        # Whoever signed in yesterday is signed out.
        manager = Staff(self.server, f"manajer.{self.branch}")
        self.booths: dict[int, requests.Session] = {}
        for number in range(1, BOOTHS + 1):
            code = re.search(r'id="kode-bilik">([^<]+)', manager.ask("/kantor/bilik", bilik=str(number)))[1]
            booth = requests.Session()
            booth.post(self.server.url + "/bilik/pasang", data={"kode": code}, timeout=60).raise_for_status()
            id, = self.server.row("SELECT id FROM booth WHERE branch = ? AND number = ?", self.id, number)
            self.booths[id] = booth
        self.yard = Staff(self.server, f"petugas1.{self.branch}")
        self.officers = {}
        for number in range(1, OFFICERS + 1):
            officer = Staff(self.server, f"petugas{number}.{self.branch}")
            assert officer.press("buka", jumlah=str(SEATS)).ok
            session, = rows(self.server, "SELECT max(id) FROM officer_session")[0]
            self.officers[session] = officer

    def minutes(self, count: int) -> "BranchDay":
        for _ in range(count):
            self.arrive()
            self.come_back()
            running = self.look()
            self.act(running)
            self.serve(running)
            self.move(1)
        return self

    def move(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)
        requests.post(self.server.url + "/dev/clock", data={"at": self.now.isoformat(), "only": "wawancara"}, timeout=60).raise_for_status()

    # The yard.

    def arrive(self) -> None:
        while self.arrivals and self.begun + timedelta(minutes=self.arrivals[0][0]) <= self.now:
            who = self.people[self.arrivals.pop(0)[1]]
            self.check(who, RESIGNED[:-1] if self.chance.random() < 0.15 else RESIGNED,
                       self.chance.choice(PRIORITIES) if self.chance.random() < 0.12 else "")
        for one in [one for one in self.missing if one[0] <= self.now]:
            self.missing.remove(one)
            self.check(one[1], RESIGNED, "", number=one[2])

    def check(self, who: Person, seen: list[str], priority: str, number: str = "") -> None:
        sent = typed(who) | {"kunci": uuid.uuid4().hex, "sebab": "resignation", "prioritas": priority, "nomor": number, "ada": seen}
        answer = self.yard.post(self.server.url + "/kantor/halaman/kirim", json=sent, timeout=60)
        answer.raise_for_status()
        told = answer.json()
        self.told[told["hasil"]] += 1
        if told["hasil"] == "masalah":
            # No number is left: the waiting list, offered on the next page.
            assert "habis" in told["id"], told
            page = self.yard.ask("/kantor/halaman/periksa", aksi="tunggu", ada="ktp", sebab="resignation", **typed(who))
            assert "daftar tunggu" in page, page
            self.told["daftar tunggu"] += 1
        elif told["hasil"] == "kurang":
            self.missing.append((self.now + timedelta(minutes=self.chance.randrange(20, 60)), who, told["nomor"]))
        else:
            claim, phone = self.server.row("SELECT c.id, c.phone FROM walk_in w JOIN claim c ON c.id = w.claim WHERE w.id = ?",
                                           int(told["kunjungan"]))
            deaf = (3 if self.chance.random() < 0.4 else 2) if self.chance.random() < 0.08 else 0
            self.callers[claim] = Caller(number=told["nomor"], digits=phone[-4:], deaf=deaf)

    def come_back(self) -> None:
        """Half of those who missed every call are there again after a while."""
        for id, claim in rows(self.server, "SELECT id, claim FROM walk_in WHERE phase = 'missed' AND branch = ?", self.id):
            if id not in self.gone:
                self.gone[id] = self.now + timedelta(minutes=15) if self.chance.random() < 0.5 else None
            if self.gone[id] and self.gone[id] <= self.now:
                del self.gone[id]
                self.callers[claim].deaf = 0
                self.yard.ask(f"/kantor/halaman/{id}/kembali")
                self.told["kembali"] += 1

    # Appointments by video, of the same day, in the same line.

    def online(self, count: int) -> None:
        for person in ready(self.server, self.branch, count):
            caller = self.callers[int(person["claim"])] = Caller(cookie=person["cookie"])
            self.phone(caller, "masuk", setuju="ya", rung="video").raise_for_status()

    def phone(self, caller: Caller, verb: str, **fields: str) -> requests.Response:
        return requests.post(f"{self.server.url}/wawancara/{verb}", data=fields, headers={"Cookie": caller.cookie} | JSON, timeout=60)

    # Booths, and members at home.

    def look(self) -> list[dict]:
        """Who is in the lobby or has a seat, as the books hold it."""
        found = [dict(zip(("id", "claim", "phase", "start", "session", "booth", "since", "body"), row)) for row in rows(
            self.server, "SELECT id, claim, phase, start, session, booth, since, body FROM interview WHERE live = 1 AND branch = ?", self.id)]
        for one in found:
            self.orders.setdefault(one["id"], one["start"])
        return found

    def act(self, running: list[dict]) -> None:
        for one in running:
            caller = self.callers[one["claim"]]
            if caller.phase != one["phase"]:
                caller.phase, caller.due = one["phase"], self.now + self.needs(one["phase"])
            if caller.due > self.now:
                continue
            if one["phase"] == "called" and caller.deaf > 0:
                # Each call that is not followed counts once.
                if one["since"] not in caller.heard:
                    caller.heard.add(one["since"])
                    caller.deaf -= 1
                continue
            if one["phase"] == "called" and one["since"] in caller.heard:
                continue
            self.step(one, caller)

    def needs(self, phase: str) -> timedelta:
        return timedelta(minutes={"filling": self.chance.randrange(2, 6), "originals": self.chance.randrange(1, 4), "summary": self.chance.randrange(1, 3)}.get(phase, 0))

    def step(self, one: dict, caller: Caller) -> None:
        booth = self.booths.get(one["booth"])
        press = (lambda verb, **fields: booth.post(f"{self.server.url}/bilik/{verb}", data=fields, headers=JSON, timeout=60)) if booth else (
            lambda verb, **fields: self.phone(caller, verb, **fields))
        if one["phase"] == "called":
            if booth:
                press("nomor", nomor=caller.number, akhir=caller.digits).raise_for_status()
            press("jawab", setuju="ya").raise_for_status()
        elif one["phase"] == "filling":
            press("data").raise_for_status()
        elif one["phase"] == "originals":
            body = json.loads(one["body"])
            taken = {kind.get("paper", {}).get("_0", "face") for kind in (capture["kind"] for capture in body["captures"])}
            kind = "face" if "face" not in taken else next(paper for paper in body["wanted"] if paper not in taken)
            headers = JSON | {"Content-Type": "image/jpeg", "Idempotency-Key": uuid.uuid4().hex} | ({"Cookie": caller.cookie} if caller.cookie else {})
            (booth or requests).post(f"{self.server.url}{'/bilik' if booth else '/wawancara'}/foto", params={"jenis": kind, "cara": "photo"},
                                     data=self.picture, headers=headers, timeout=60).raise_for_status()
        elif one["phase"] == "summary":
            press("setuju").raise_for_status()

    # Officers: each turns to one person at a time, the one who needs them first.

    def serve(self, running: list[dict]) -> None:
        for session, officer in self.officers.items():
            officer.press("hidup")
            mine = [one for one in running if one["session"] == session and one["phase"] in ("ready", "shown", "agreed")]
            if not mine or self.busy.get(session, self.now) > self.now:
                continue
            page = officer.get(f"{self.server.url}/kantor/konsol/isi", headers=JSON, timeout=60).text
            wanting = re.search(r'id="perlu".*?</ol>|id="perlu".*?</ul>', page, re.S)[0]
            first = next((id for id in re.findall(r'data-id="(\d+)"', wanting) if any(one["id"] == int(id) for one in mine)), None)
            if first is None:
                continue
            officer.press("lihat", kursi=first)
            panel = page[page.index(f'id="panel-{first}"'):]
            panel = panel[:panel.index("</section>")]
            for row, rest in re.findall(r'<li data-butir="(\w+)"([^>]*)>', panel):
                if "data-tangan" in rest and "data-cocok" not in rest:
                    assert officer.press("tanda", kursi=first, tanda=f"{row}:1").ok
            answer = officer.press("lanjut", kursi=first)
            assert answer.ok, answer.text[:300]
            self.busy[session] = self.now + timedelta(minutes=1)

    # Afterwards.

    def night(self) -> None:
        """The day is over: consoles close, and the clock passes midnight."""
        self.forecasts = re.search(r"Perkiraan hari ini: [^<]*", self.yard.get(self.server.url + "/kantor/antrean", timeout=60).text)[0]
        for officer in self.officers.values():
            officer.press("tutup")
        self.move(1)
        # A day is over where it is over last, in WIB.
        self.now = self.begun.replace(hour=1, minute=1) + timedelta(days=1)
        self.move(0)

    def journal(self) -> list[tuple[int, str, dict]]:
        """Position, name and content of everything that happened since the day began."""
        found = rows(self.server, "SELECT position, body FROM journal WHERE at >= ? ORDER BY position", int(self.begun.timestamp() * 1000))
        return [(position, *next(iter(json.loads(body).items()))) for position, body in found]
