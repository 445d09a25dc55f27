"""Members for the tests: invented, never two alike, and entered into the registry before the first test."""
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from support.times import tuesday_morning

READY, TOO_EARLY = 160, 8
TODAY = tuesday_morning().date()


@dataclass(frozen=True)
class Person:
    """`ended` is the last day of employment; a resignation can be claimed one month later."""
    nik: str
    kpj: str
    name: str
    birth: date
    mother: str
    email: str
    phone: str
    ended: date

    @property
    def possible_from(self) -> date:
        """The first day on which this person may claim after a resignation."""
        year, month = divmod(self.ended.year * 12 + self.ended.month, 12)
        for day in range(self.ended.day, 27, -1):
            try:
                return date(year, month + 1, day)
            except ValueError:
                continue
        return date(year, month + 1, self.ended.day)


def person(number: int, ended_days_ago: int) -> Person:
    birth = date(1980, 1, 1) + timedelta(days=37 * number)
    return Person(
        nik=f"947199{birth:%d%m%y}{number + 1:04}", kpj=f"99{number + 1:09}", name=f"PESERTA UJI {word(number)}", birth=birth,
        mother=f"IBU {word(number)}", email=f"peserta{number}@example.com", phone=f"0812{number + 10_000_000:08}",
        ended=TODAY - timedelta(days=ended_days_ago))


def word(number: int) -> str:
    """A name without digits: 0 is A, 26 is BA."""
    return chr(65 + number) if number < 26 else word(number // 26) + word(number % 26)


class People:
    """Hands each person out once: a member can have only one live claim."""

    def __init__(self):
        self.ready = [person(n, ended_days_ago=120) for n in range(READY)]
        self.too_early = [person(READY + n, ended_days_ago=10) for n in range(TOO_EARLY)]
        self.all = self.ready + self.too_early
        self.strangers = (person(n, ended_days_ago=120) for n in count(READY + TOO_EARLY))

    def anybody(self) -> Person:
        return self.ready.pop()

    def somebody_too_early(self) -> Person:
        return self.too_early.pop()

    def stranger(self) -> Person:
        """Nobody that the registry knows."""
        return next(self.strangers)

    def csv(self) -> str:
        """The format of `lapak import members`: one row for each membership."""
        head = "nik,name,birth,mother,kpj,npp,employer,start,end,status,balance"
        rows = (f"{p.nik},{p.name},{p.birth},{p.mother},{p.kpj},JJ000001,PT Contoh Uji,2015-01-05,{p.ended},ended,14250000" for p in self.all)
        return "\n".join([head, *rows]) + "\n"
