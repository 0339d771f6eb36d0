"""What devices detect, and what becomes of it."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_contracts.farm import LivestockParticularsChanged
from amigok_contracts.stream_detections import LivestockDetected
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from services.stream.tests.seeing import EVENTS, marks, seen, send, tag
from stream.detections.queries import detected
from stream.detections.rows import Row


async def last_seen(yard: Yard, livestock_id: UUID, by: UUID | None = None) -> Any:
    answer = await yard.ask("GET", f"livestock/{livestock_id}/last-seen", by=by or yard.owner)
    assert answer.status_code == 200, answer.text
    return answer.json()["detected_at"]


async def history(yard: Yard, livestock_id: UUID, query: str = "", by: UUID | None = None) -> list[Any]:
    path = f"livestock/{livestock_id}/detection-history?{query}"
    answer = await yard.ask("GET", path, by=by or yard.owner)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def iso(detection: dict[str, Any]) -> str:
    return str(detection["detected_at"]).replace("+00:00", "Z")


@pytest.fixture
async def machine(yard: Yard) -> Machine:
    return await yard.machine()


@pytest.fixture
async def camera(yard: Yard, machine: Machine) -> UUID:
    return await yard.camera(machine)


async def test_a_detection_is_stored_once_however_often_it_comes(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep = await yard.animal()
    body = seen(camera, sheep)
    first = await machine.send("POST", EVENTS, body)
    assert (first.json()["new"], first.json()["known"], first.json()["items"][0]["status"]) == (1, 0, "stored")
    later = (clock.now() - timedelta(days=2)).isoformat()
    again = await send(machine, body | {"confidence": 0.1, "detected_at": later}, seen(camera, sheep))
    assert (again.json()["new"], again.json()["known"]) == (1, 1)
    assert [item["status"] for item in again.json()["items"]] == ["known", "stored"]
    assert [each["confidence"] for each in await history(yard, sheep)] == [0.93, 0.93]


async def test_a_batch_that_comes_twice_at_once_is_stored_once(yard: Yard, machine: Machine, camera: UUID) -> None:
    batch = [seen(camera, await yard.animal()) for _ in range(20)]
    answers = await asyncio.gather(*(send(machine, *batch) for _ in range(3)))
    assert sorted(answer.json()["new"] for answer in answers) == [0, 0, 20]


async def test_devices_that_see_the_same_animals_at_once_do_not_get_in_each_others_way(yard: Yard) -> None:
    sheep = [await yard.animal() for _ in range(10)]
    machines = [await yard.machine() for _ in range(3)]
    cameras = [await yard.camera(each) for each in machines]
    batches = [
        [seen(camera, each) for each in order]
        for camera, order in zip(cameras, (sheep, sheep[::-1], sheep), strict=True)
    ]
    answers = await asyncio.gather(*map(lambda each, batch: send(each, *batch), machines, batches))
    assert [answer.json()["new"] for answer in answers] == [10, 10, 10]


async def test_a_thousand_detections_fit_into_a_request_and_no_more(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep = tag(await yard.animal())
    box = {"x": 0.12345678901234567, "y": 0.12345678901234567, "width": 0.12345678901234567, "height": 0.5}
    longest = {"box": box, "area": "é" * 50, "model_version": "m" * 50, "image": True}
    batch = [seen(camera, f"{sheep}{'-' * 50}", **longest) for _ in range(1_000)]
    answer = await send(machine, *batch)
    assert (answer.json()["new"], len(answer.json()["items"])) == (1_000, 1_000)
    assert (await machine.send("POST", EVENTS, {"detections": [seen(camera, sheep)] * 1_001})).status_code == 422


async def test_an_unknown_card_is_kept_and_given_to_its_animal_later(
    yard: Yard, machine: Machine, camera: UUID
) -> None:
    livestock_id = new_id()
    first, other = seen(camera, tag(livestock_id).lower()), seen(camera, "NOBODY-1")
    assert await marks(machine, first, other) == [["unknown_card"], ["unknown_card"]]
    unknown = (await yard.as_admin("GET", "admin/jetson/unknown-cards")).json()["items"]
    assert {each["card"]: each["detections"] for each in unknown} == {first["card"]: 1, "NOBODY-1": 1}
    await yard.animal(livestock_id=livestock_id)
    await yard.rig.run_job("resolve_cards")
    assert [(each["detected_at"], each["marks"]) for each in await history(yard, livestock_id)] == [(iso(first), [])]
    assert await last_seen(yard, livestock_id) == iso(first)
    [left] = (await yard.as_admin("GET", f"admin/jetson/unknown-cards?farm_id={yard.farm_id}")).json()["items"]
    assert left["card"] == "NOBODY-1"


async def test_what_arrives_while_a_card_becomes_known_is_not_left_behind(
    yard: Yard, machine: Machine, camera: UUID, outsider: asyncpg.Connection
) -> None:
    await send(machine, seen(camera, "CARD 77"))
    sheep = await yard.animal(unique_id_card="CARD 77")
    async with outsider.transaction():
        columns = ", ".join(name for name in Row._fields if name != "event_id")
        await outsider.execute("UPDATE unknown_cards SET detections = detections + 1")
        await outsider.execute(
            f"INSERT INTO detections (event_id, {columns}) SELECT gen_random_uuid(), {columns} FROM detections"
        )
        resolving = asyncio.ensure_future(yard.rig.run_job("resolve_cards"))
        await until(partial(_waits, outsider))
    await resolving
    assert len(await history(yard, sheep)) == 2


async def _waits(outsider: asyncpg.Connection) -> bool:
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity"
    return bool(await outsider.fetchval(f"{waiting} WHERE datname = current_database())"))


async def test_a_card_is_known_however_a_reader_prints_it(yard: Yard, machine: Machine, camera: UUID) -> None:
    await yard.animal(eid="982000123456789", unique_id_card="C" * 100)
    printed = ["982 000-123456789", "8000F580075BCD15", "LA 00000 0 982 000123456789", "c" * 100]
    assert await marks(machine, *(seen(camera, card) for card in printed)) == [[]] * 4


async def test_an_administrator_says_whose_a_card_is(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep = await yard.animal()
    await send(machine, seen(camera, "CARD 77"), seen(camera, "card-77"))
    answer = await yard.as_admin("POST", "admin/jetson/cards", {"card": "card/77", "livestock_id": str(sheep)})
    assert answer.json() == {"key": "CARD77", "livestock_id": str(sheep)}
    await yard.rig.run_job("resolve_cards")
    assert len(await history(yard, sheep)) == 2
    assert await marks(machine, seen(camera, "CARD77")) == [[]]
    nobody = await yard.as_admin("POST", "admin/jetson/cards", {"card": "card/77", "livestock_id": str(new_id())})
    assert nobody.status_code == 404


async def test_what_a_device_saw_before_it_moved_is_of_the_farm_where_it_was(
    yard: Yard, machine: Machine, camera: UUID
) -> None:
    sheep, at, farm_id = await yard.animal(), clock.now() - timedelta(minutes=1), await yard.farm(new_id(), staff=[])
    body = {"name": "Barn device", "farm_id": str(farm_id), "capabilities": [], "version": 1}
    assert (await yard.as_admin("PUT", f"admin/jetson/devices/{machine.id}", body)).status_code == 200
    sent = seen(camera, sheep, at=at), seen(camera, "NOBODY", at=at), seen(camera, sheep), seen(camera, "NOBODY")
    assert await marks(machine, *sent) == [[], ["unknown_card"], ["elsewhere"], ["unknown_card"]]
    unknown = (await yard.as_admin("GET", "admin/jetson/unknown-cards")).json()["items"]
    assert {each["farm_id"] for each in unknown} == {str(yard.farm_id), str(farm_id)}


async def test_low_confidence_is_kept_and_does_not_count(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep = await yard.animal()
    assert await marks(machine, seen(camera, sheep, confidence=0.3)) == [["low_confidence"]]
    assert await last_seen(yard, sheep) is None
    assert [each["marks"] for each in await history(yard, sheep)] == [["low_confidence"]]
    assert await yard.rig.events(LivestockDetected) == []


async def test_last_seen_never_goes_back(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep, now = await yard.animal(), clock.now()
    newest = seen(camera, sheep, at=now - timedelta(minutes=1))
    await send(machine, newest)
    late = [seen(camera, sheep, at=now - timedelta(hours=hours)) for hours in (5, 3)]
    assert await marks(machine, *late) == [["late"], ["late"]]
    assert await last_seen(yard, sheep) == iso(newest)
    assert [each["detected_at"] for each in await history(yard, sheep)] == [*map(iso, (newest, late[1], late[0]))]


@pytest.mark.parametrize("wrong", [timedelta(hours=2), timedelta(days=365 * 40), timedelta(days=-90)])
async def test_a_time_that_cannot_be_is_kept_and_that_of_arrival_taken(
    yard: Yard, machine: Machine, camera: UUID, wrong: timedelta
) -> None:
    sheep = await yard.animal()
    said = seen(camera, sheep, at=clock.now() + wrong)
    assert await marks(machine, said) == [["clock_skew"]]
    assert await last_seen(yard, sheep) is None
    [kept] = (await yard.as_admin("GET", "admin/jetson/detections?mark=clock_skew")).json()["items"]
    assert (kept["device_at"], kept["detected_at"]) == (iso(said), kept["received_at"])


async def test_the_clock_that_a_device_tells_corrects_its_times_from_then_on(
    yard: Yard, machine: Machine, camera: UUID
) -> None:
    sheep, ahead = await yard.animal(), timedelta(days=3)
    told = (clock.now() + ahead).isoformat()
    batches: list[dict[str, Any]] = [{"sent_at": told}, {}]
    for batch in batches:
        assert await marks(machine, seen(camera, sheep, at=clock.now() + ahead - timedelta(seconds=9)), **batch) == [
            ["clock_skew"]
        ]
    for each in (await yard.as_admin("GET", f"admin/jetson/detections?device_id={machine.id}")).json()["items"]:
        assert each["detected_at"] < each["received_at"] < each["device_at"]
    assert await marks(machine, seen(camera, sheep), sent_at=clock.now().isoformat()) == [[]]


async def test_an_animal_in_two_areas_at_once_is_marked_on_both(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep, calm, now = await yard.animal(), await yard.animal(), clock.now() - timedelta(seconds=10)
    other = await yard.camera(machine, area_id=new_id())
    here = seen(camera, sheep, at=now)
    assert await marks(machine, here, seen(camera, calm, at=now)) == [[], []]
    there = [seen(other, sheep, at=now + timedelta(seconds=2)), seen(other, calm, at=now + timedelta(seconds=8))]
    assert await marks(machine, *there) == [["two_places"], []]
    assert [each["marks"] for each in await history(yard, sheep)] == [["two_places"], ["two_places"]]


async def test_two_places_are_found_within_a_batch_and_in_what_comes_late(
    yard: Yard, machine: Machine, camera: UUID
) -> None:
    sheep, now = await yard.animal(), clock.now()
    other = await yard.camera(machine, area_id=new_id())
    times = [now - timedelta(hours=4), now - timedelta(hours=3), now - timedelta(seconds=1)]
    await send(machine, *(seen(camera, sheep, at=at) for at in times))
    late = [seen(other, sheep, at=times[1]), seen(other, sheep, at=times[1] + timedelta(minutes=20))]
    assert await marks(machine, *late) == [["two_places", "late"], ["late"]]
    within = [seen(each, sheep, at=now - timedelta(hours=2)) for each in (camera, other)]
    assert await marks(machine, *within) == [["two_places", "late"]] * 2


async def test_an_animal_on_two_farms_at_once_is_marked_on_both(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep = await yard.animal()
    stranger = await yard.machine(farm_id=await yard.farm(new_id(), staff=[]))
    await send(machine, seen(camera, sheep, at=clock.now() - timedelta(minutes=4)))
    before = await last_seen(yard, sheep)
    elsewhere = seen(await stranger.camera(), sheep)
    assert await marks(stranger, elsewhere) == [["two_places", "elsewhere"]]
    assert await last_seen(yard, sheep) == before
    assert [each["marks"] for each in await history(yard, sheep)] == [["two_places", "elsewhere"], ["two_places"]]


async def test_a_camera_of_another_device_is_not_believed(yard: Yard, machine: Machine) -> None:
    sheep, other = await yard.animal(), await yard.machine()
    foreign, none = await yard.camera(other), new_id()
    now = clock.now()
    assert await marks(machine, seen(foreign, sheep), seen(none, sheep)) == [["unknown_camera"]] * 2
    assert (await history(yard, sheep), await last_seen(yard, sheep)) == ([], None)
    async with yard.rig.db.reader() as db:
        assert await detected(db, foreign, now - timedelta(hours=1), now + timedelta(hours=1)) == []


async def test_who_is_not_a_device_detects_nothing(yard: Yard, machine: Machine, camera: UUID) -> None:
    body = seen(camera, "T1")
    machine.secret += "x"
    assert (await machine.send("POST", EVENTS, body)).status_code == 401
    assert (await yard.as_admin("POST", EVENTS, body)).status_code == 401


async def test_others_are_told_now_and_then_for_each_camera(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep, other, now = await yard.animal(), await yard.camera(machine), clock.now() - timedelta(minutes=30)
    for minutes in (0, 1, 4, 5, 6):
        await send(machine, seen(camera, sheep, at=now + timedelta(minutes=minutes)))
    await send(machine, seen(other, sheep, at=now), seen(camera, sheep, at=now + timedelta(minutes=2)))
    told = [(each.camera_id, each.detected_at - now) for each in await yard.rig.events(LivestockDetected)]
    assert told == [(camera, timedelta()), (camera, timedelta(minutes=5)), (other, timedelta())]


async def test_which_animals_a_camera_has_seen_in_a_time(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep, later, doubtful = [await yard.animal() for _ in range(3)]
    now = clock.now() - timedelta(minutes=1)
    at_once = [seen(camera, sheep, at=now), seen(camera, sheep, at=now), seen(camera, doubtful, at=now, confidence=0.1)]
    await send(machine, *at_once, seen(camera, later, at=now + timedelta(seconds=30)))
    async with yard.rig.db.reader() as db:
        assert await detected(db, camera, now, now + timedelta(seconds=30)) == [sheep]
        assert await detected(db, camera, now, now + timedelta(seconds=31)) == sorted([sheep, later])


async def test_owners_see_their_own_time(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep, buyer, now = await yard.animal(), new_id(), clock.now()
    times = [now - timedelta(days=day) for day in (6, 5, 3, 2)]
    await send(machine, *(seen(camera, sheep, at=at) for at in times))
    await yard.sell(sheep, buyer, at=now - timedelta(days=4))
    await yard.sell(sheep, yard.owner, at=now - timedelta(days=2, hours=12))
    mine, theirs = await history(yard, sheep), await history(yard, sheep, by=buyer)
    assert [each["detected_at"] for each in theirs] == [times[2].isoformat().replace("+00:00", "Z")]
    assert [each["detected_at"] for each in mine] == [times[at].isoformat().replace("+00:00", "Z") for at in (3, 1, 0)]
    assert await last_seen(yard, sheep, by=buyer) == theirs[0]["detected_at"]
    for path in ("last-seen", "detection-history"):
        assert (await yard.ask("GET", f"livestock/{sheep}/{path}", by=yard.stranger)).status_code == 404


async def test_history_is_read_in_pages_and_by_time_and_camera(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep, buyer, now = await yard.animal(), new_id(), clock.now().replace(microsecond=0)
    await yard.sell(sheep, buyer, at=now - timedelta(hours=5))
    await yard.sell(sheep, yard.owner, at=now - timedelta(hours=4))
    other = await yard.camera(machine)
    times = [now - timedelta(hours=hours) for hours in (1, 2, 2, 3, 4, 6, 7)]
    await send(machine, *(seen(camera, sheep, at=at) for at in times), seen(other, sheep, at=now - timedelta(hours=9)))
    path, found, cursor = f"livestock/{sheep}/detection-history?limit=2", list[Any](), ""
    while True:
        page = (await yard.ask("GET", f"{path}{cursor}", by=yard.owner)).json()
        found += page["items"]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert len({each["event_id"] for each in found}) == len(found) == 8
    assert len(await history(yard, sheep, f"camera_id={other}")) == 1
    asked = {"from": now - timedelta(hours=6), "until": now - timedelta(hours=2)}
    query = "&".join(f"{name}={at.isoformat().replace('+00:00', 'Z')}" for name, at in asked.items())
    assert [each["detected_at"] for each in await history(yard, sheep, query)] == [
        at.isoformat().replace("+00:00", "Z") for at in times[3:6]
    ]


async def test_a_new_database_and_a_clock_that_was_moved_have_a_place_for_detections(
    yard: Yard, machine: Machine, camera: UUID
) -> None:
    sheep = await yard.animal()
    assert await marks(machine, seen(camera, sheep)) == [[]]
    clock.set_offset(timedelta(days=200))
    assert await marks(machine, seen(camera, sheep)) == [[]]
    await yard.rig.run_job("maintain_detections")
    clock.set_offset(timedelta(days=200 + 300))
    await yard.rig.run_job("maintain_detections")
    assert len(await history(yard, sheep)) == 1
    assert await last_seen(yard, sheep) is not None


ODD: list[dict[str, Any]] = [
    {"confidence": 1.01},
    {"confidence": "0.5x"},
    {"card": "T\x00"},
    {"card": ""},
    {"card": "T1\n"},
    {"area": " Barn"},
    {"area": "e\u0301"},
    {"model_version": "a b"},
    {"event_id": "1"},
    {"detected_at": 1700000000},
    {"detected_at": "1969-12-31T00:00:00Z"},
    {"box": {"x": 0.6, "y": 0, "width": 0.5, "height": 0.1}},
    {"box": {"x": -0.1, "y": 0, "width": 0.5, "height": 0.1}},
    {"speed": 1},
]


async def test_what_is_no_detection_is_refused(yard: Yard, machine: Machine, camera: UUID) -> None:
    for odd in ODD:
        for body in (seen(camera, "T1") | odd, {"detections": [seen(camera, "T1"), seen(camera, "T1") | odd]}):
            assert (await machine.send("POST", EVENTS, body)).status_code == 422, odd


async def test_a_number_that_is_none_is_refused(machine: Machine, camera: UUID) -> None:
    for number in ("NaN", "Infinity", "1e999"):
        body = str(seen(camera, "T1")).replace("'", '"').replace("0.93", number)
        answer = await machine.rig.http.post(
            f"/api/v1/{EVENTS}",
            content=body,
            headers={"content-type": "application/json"},
            auth=(str(machine.id), machine.secret),
        )
        assert answer.status_code == 422, number


async def test_an_event_id_comes_once_in_a_batch(machine: Machine, camera: UUID) -> None:
    each = seen(camera, "T1")
    assert (await machine.send("POST", EVENTS, {"detections": [each, each]})).status_code == 422


async def test_an_animal_is_known_by_its_card_its_eid_and_its_tag(yard: Yard, machine: Machine, camera: UUID) -> None:
    sheep = await yard.animal(unique_id_card="CARD-000123", eid="982000123456789")
    for read in ("card 000123", "982 000 123456789", tag(sheep)):
        assert await marks(machine, seen(camera, read)) == [[]]
    new = LivestockParticularsChanged(
        livestock_id=sheep, aggregate_version=50, date_of_birth=None, eid="982000123456780"
    )
    await yard.rig.deliver(new)
    assert await marks(machine, seen(camera, new.eid or ""), seen(camera, "982000123456789")) == [[], ["unknown_card"]]
