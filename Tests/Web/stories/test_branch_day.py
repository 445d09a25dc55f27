"""A morning at a branch and its end through the real server: people who come, appointments by video in the same line, four officers with
four seats. The whole day, with 160 people, Swift's BranchDayTests play in the books; here it goes over HTTP, with the services beside it."""
import io
from collections import Counter
from datetime import timedelta, timezone

from PIL import Image

from support.branch_day import PATIENT, ROOM, BranchDay
from support.member_at_home import rows
from support.server import sqlite
from support.times import tuesday_morning
from support.yard import Crowd, crowd

BRANCH, CAME, ONLINE = "bali-denpasar", 64, 12
WITA = timezone(timedelta(hours=8))


def picture() -> bytes:
    file = io.BytesIO()
    Image.radial_gradient("L").resize((640, 400)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def test_a_day_keeps_the_rooms_limit_explains_every_call_and_loses_nobody(tmp_path):
    server = sqlite(tmp_path)
    server.policy = PATIENT
    try:
        server.start()
        people = crowd(CAME)
        server.register(Crowd(people))
        day = BranchDay(server, BRANCH, people, picture(), seed=1, over=120)
        day.open((tuesday_morning() + timedelta(days=1)).astimezone(WITA).replace(hour=7, minute=30))
        for half_hour in range(8):
            if 1 <= half_hour <= 4:
                day.online(ONLINE // 4)
            day.minutes(30)
            if half_hour == 1:
                explains_the_line(day)
        day.night()
        judge(day)
    finally:
        server.stop()


def explains_the_line(day: BranchDay) -> None:
    """Everybody who stands in the line finds there why."""
    page = day.yard.get(day.server.url + "/kantor/antrean", timeout=60).text
    live, = day.server.row("SELECT count(*) FROM walk_in WHERE branch = ? AND live = 1", day.id)
    assert live > 20 and page.count("Nomor diambil pukul") == live


def judge(day: BranchDay) -> None:
    faults, called, most, setbacks, lobby, first, inside = [], Counter(), 0, 0, {}, {}, set()
    onsite = dict(rows(day.server, "SELECT id, walk_in FROM interview WHERE walk_in IS NOT NULL"))
    order = dict(day.orders)
    for position, event, of in day.journal():
        id = of.get("interview")
        if event == "interviewEntered" or event == "interviewMoved" and of["to"] == "lobby":
            # Of the same place in the line, whoever came to the lobby first.
            lobby[id] = first.setdefault(id, position)
            back = id
        elif event == "interviewMoved":
            lobby.pop(id, None)
        elif event == "setBack":
            setbacks += 1
            assert onsite[back] == of["walkIn"]
            order[back] = of["order"]
        elif event == "interviewCalled":
            # The second call of somebody who already has the seat overtakes nobody.
            if id not in lobby:
                continue
            mine = lobby.pop(id)
            called["onsite" if id in onsite else "online"] += 1
            for other, since in lobby.items():
                # A visitor can only be called to a free booth; appointments by video need none.
                if (order[other], since) < (order[id], mine) and not (other in onsite and id not in onsite):
                    faults.append(f"{id} was called at {position} before {other}")
        elif event == "admitted":
            inside.add(of["walkIn"])
            most = max(most, len(inside))
        elif event in ("walkInMissed", "walkInOver"):
            inside.discard(of["walkIn"])
    claims = Counter(phase for (phase,) in rows(day.server, "SELECT phase FROM claim WHERE filed >= ?", int(day.begun.timestamp() * 1000)))
    waits = sorted((called - arrived) / 60_000 for called, arrived in rows(
        day.server, "SELECT called, json_extract(body, '$.arrived') FROM walk_in WHERE branch = ? AND called IS NOT NULL", day.id))
    print(f"branch day over HTTP: {CAME} came, {ONLINE} by video, {dict(claims)}; {dict(day.told)}; {dict(called)} calls, {setbacks} set back, "
          f"at most {most} of {ROOM} inside; yard to booth p50 {waits[len(waits) // 2]:.0f} min, p95 {waits[len(waits) * 95 // 100]:.0f} min. {day.forecasts}")
    assert not faults, faults[:5]
    assert most == ROOM
    # Everybody has one claim, and every claim a state with an owner: paid from here on, or a live place in the waiting list.
    assert sum(claims.values()) == CAME + ONLINE and set(claims) <= {"approved", "waiting"}, claims
    assert claims["approved"] >= (CAME + ONLINE) * 0.8
    lost = rows(day.server, "SELECT c.id FROM claim c LEFT JOIN ticket t ON t.id = c.ticket WHERE c.phase = 'waiting' AND coalesce(t.live, 0) = 0")
    assert not lost, lost
    assert day.server.row("SELECT count(*) FROM walk_in WHERE live = 1") == (0,)
    assert day.server.row("SELECT count(*) FROM interview WHERE live = 1") == (0,)
