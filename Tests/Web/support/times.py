"""Dates and times as the pages and the mails say them: `Senin, 15 Juni 2020, pukul 10.15 WIB`."""
import re
from datetime import date, datetime, time, timedelta, timezone

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
HOURS_AHEAD = {"WIB": 7, "WITA": 8, "WIT": 9}
SPOKEN = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}}),? pukul (\d{{2}})\.(\d{{2}})(?:\s*[-–]\s*\d{{2}}\.\d{{2}})? (WIB|WITA|WIT)\b")

WIB = timezone(timedelta(hours=7))
# Tuesdays on which, or on the day after which, the demonstration nation is closed.
CLOSED = {date(2027, 1, 5), date(2027, 3, 9), date(2027, 6, 1), date(2027, 8, 17)}


def tuesday_morning() -> datetime:
    """The next open Tuesday at 10.00 WIB: daytime in all zones and working days ahead, whenever the tests run."""
    today = datetime.now(WIB).date()
    day = today + timedelta(days=(1 - today.weekday() - 1) % 7 + 1)
    while day in CLOSED:
        day += timedelta(days=7)
    return datetime.combine(day, time(10), WIB)


def spoken(text: str) -> datetime:
    """The first moment that `text` names, in the zone that it names."""
    found = SPOKEN.search(text)
    assert found, f"no date and time in: {text[:400]}"
    day, month, year, hour, minute, zone = found.groups()
    return datetime(int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), tzinfo=timezone(timedelta(hours=HOURS_AHEAD[zone])))


def written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
