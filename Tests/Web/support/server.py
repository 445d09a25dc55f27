"""One `lapak serve --demo` with its own database, as the tests see it from outside."""
import json, os, socket, sqlite3, subprocess, time, uuid
from contextlib import closing
from copy import deepcopy
from pathlib import Path

import pytest, requests

from support import nation
from support.people import People
from support.times import tuesday_morning

ROOT = Path(__file__).resolve().parents[3]
# Every twentieth interview asks for one more row by hand: tests that walk through rows must not meet it by chance.
POLICY = {"interviews": {"auditOneIn": 0}}
BINARY = os.environ.get("LAPAK_BIN", str(ROOT / ".build/debug/lapak"))


class Server:
    def __init__(self, database: str, folder: Path, **settings: str):
        self.database, self.folder, self.settings = database, folder, settings
        self.url = f"http://127.0.0.1:{free_port()}"
        self.log_file = folder / "server.log"
        self.people = People()
        self.policy = deepcopy(POLICY)

    def decide(self, policy: dict) -> None:
        """What the agency decides, as an operator would set it; taken with the next start."""
        file = self.folder / "policy.json"
        file.write_text(json.dumps(policy))
        subprocess.run([BINARY, "policy", "--set", str(file), "--database", self.database], env=self.environment, check=True,
                       capture_output=True, timeout=60)

    def start(self, **settings: str) -> "Server":
        # Nothing of the surrounding environment, so that the settings are the defaults of a new machine.
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LAPAK_DEV": "1",
                            # All browsers of a test come from this machine: it is nobody's place in the network.
                            "LAPAK_TRUSTED_PROXIES": "127.0.0.1"} | self.settings | settings
        nation.copy(self.database, BINARY, make)
        if self.policy != POLICY:
            self.decide(self.policy)
        self.open()
        return self

    def open(self) -> None:
        self.spawn()
        self.set_clock(at=tuesday_morning().isoformat())
        until(lambda: any(self.slots(branch["code"]) for branch in self.branches()), within=60, what="there are free places")

    def spawn(self) -> None:
        self.process = subprocess.Popen(
            [BINARY, "serve", "--demo", "--port", self.url.rsplit(":", 1)[1], "--database", self.database],
            env=self.environment, cwd=self.folder, stdout=self.log_file.open("a"), stderr=subprocess.STDOUT)
        until(self.is_ready, within=120, what=f"the server is ready; its log is {self.log_file}")

    def crash_and_come_back(self) -> None:
        """kill -9, then the same program on the same books, at the same hour."""
        self.process.kill()
        self.process.wait()
        self.spawn()
        self.set_clock(at=tuesday_morning().isoformat())

    def row(self, sql: str, *values) -> tuple | None:
        """One row of an embedded database, read beside the running server."""
        with closing(sqlite3.connect(f"file:{self.database.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=20)) as books:
            return books.execute(sql, values).fetchone()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def is_ready(self) -> bool:
        assert self.process.poll() is None, f"the server ended early:\n{self.log()[-2000:]}"
        try:
            return requests.get(self.url + "/readyz", timeout=2).status_code == 200
        except (requests.ConnectionError, requests.Timeout):
            return False

    def log(self) -> str:
        return self.log_file.read_text(errors="replace")

    def register(self, people: People) -> None:
        """Puts the test's own people into the member registry, as an operator would."""
        file = self.folder / "members.csv"
        file.write_text(people.csv())
        subprocess.run([BINARY, "import", "members", str(file), "--database", self.database], env=self.environment, check=True,
                       capture_output=True, timeout=60)

    # What a client without a browser sees. No cookies are kept.

    def get(self, path: str, **options) -> requests.Response:
        return requests.get(self.url + path, timeout=60, **options)

    def branches(self) -> list[dict]:
        """Each with `code`, `name` and `zone` (wib, wita, wit)."""
        return rows(self.get("/api/v1/branches").json(), "branches")

    def branch(self, zone: str) -> dict:
        return next(b for b in self.branches() if b["zone"] == zone and self.slots(b["code"]))

    def slots(self, branch: str) -> list[dict]:
        """The free ones, each with `id` (the value of the radio button), `start` (RFC 3339) and `free`."""
        return rows(self.get("/api/v1/availability", params={"branch": branch}).json(), "slots")

    # What only a development server offers.

    def mails(self, to: str) -> list[dict]:
        """Newest first."""
        return [m for m in self.get("/dev/outbox.json").json() if m["to"] == to]

    def codes(self, to: str) -> list[str]:
        return [m["code"] for m in self.mails(to) if m["code"]]

    def new_mail(self, to: str, after: int, within: float = 60) -> dict:
        """The newest mail, once there are more than `after` of them."""
        until(lambda: len(self.mails(to)) > after, within, f"a new mail to {to}")
        return self.mails(to)[0]

    def mail_about(self, to: str, words: str, within: float = 60) -> dict:
        """The newest mail that contains `words`."""
        found = lambda: [m for m in self.mails(to) if words in m["text"]]
        until(found, within, f"a mail to {to} that says '{words}'")
        return found()[0]

    def set_clock(self, **movement: str) -> None:
        """Either `at` (RFC 3339) or `advance` (seconds)."""
        requests.post(self.url + "/dev/clock", data=movement, timeout=60).raise_for_status()


def make(database: str, folder: Path) -> None:
    """What every server begins with: the nation, the tests' members, and the days ahead of the tests' morning."""
    server = Server(database, folder)
    server.environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LAPAK_DEV": "1",
                          "LAPAK_TRUSTED_PROXIES": "127.0.0.1"}
    server.decide(POLICY)
    try:
        server.open()
        server.register(server.people)
    finally:
        server.stop()


def sqlite(folder: Path) -> Server:
    return Server(f"sqlite:{folder}/lapak.db", folder)


def postgres(folder: Path) -> Server:
    cluster = os.environ.get("LAPAK_TEST_POSTGRES") or pytest.skip("no PostgreSQL here; `make test` starts one")
    name = f"pages_{uuid.uuid4().hex[:12]}"
    return Server(f"{cluster.rsplit('/', 1)[0]}/{name}", folder)


def serving(server: Server):
    try:
        yield server.start()
    finally:
        server.stop()


def rows(answer, key: str) -> list[dict]:
    return answer if isinstance(answer, list) else answer[key]


def until(condition, within: float, what) -> None:
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, f"waited {within:.0f} s in vain until {what() if callable(what) else what}"
        time.sleep(0.1)


def settled(read, within: float, what):
    """What `read` says, once it says it three times, half a second apart: on a busy machine half a second may be silent by chance."""
    seen = [None, None]

    def stays() -> bool:
        time.sleep(0.5)
        seen.append(read())
        return seen[-1] == seen[-2] == seen[-3]
    until(stays, within, what)
    return seen[-1]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
