"""Visits to a branch as the development server makes them, and booths."""
from dataclasses import dataclass

import requests

from support.server import Server


@dataclass(frozen=True)
class Visit:
    server: Server
    id: int
    key: str
    number: str
    claim: int
    claim_number: str
    name: str
    nik: str

    @property
    def path(self) -> str:
        return f"/nomor/{self.key}"

    @property
    def phase(self) -> str:
        return self.server.row("SELECT phase FROM walk_in WHERE id = ?", self.id)[0]

    @property
    def interview(self) -> str | None:
        found = self.server.row("SELECT phase FROM interview WHERE walk_in = ? ORDER BY id DESC", self.id)
        return found and found[0]


def come(server: Server, branch: str, count: int = 1, papers: str = "waiting") -> list[Visit]:
    answer = requests.post(f"{server.url}/dev/kunjungan", data={"cabang": branch, "jumlah": count, "papers": papers}, timeout=120)
    answer.raise_for_status()
    return [Visit(server, int(one["id"]), one["key"], one["number"], int(one["claim"]), one["claimNumber"], one["name"], one["nik"])
            for one in answer.json()["visits"]]


def booths(server: Server, branch: str, count: int) -> None:
    """So many booths are paired, and alive now."""
    requests.post(f"{server.url}/dev/kunjungan", data={"cabang": branch, "jumlah": 0, "bilik": count}, timeout=60).raise_for_status()
