"""Photos of animals: who adds them, who sees them, how many there are and which one is the cover."""

import asyncio
import base64
from datetime import timedelta

import pytest
from asyncpg.exceptions import UniqueViolationError

from amigok_chassis import clock, files
from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden, NotFound, Unavailable
from amigok_chassis.ids import new_id
from amigok_contracts.farm_listed import LivestockPhotosChanged
from farm.photos import service as photos
from farm.photos.models import Photo
from farm.restatements.service import begin_all

ANNA, BORA = new_id(), new_id()
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


@pytest.fixture
def add(rig):
    """Adds a photo to an animal."""

    async def send(animal, user=ANNA, role="investor", picture=PNG):
        return await rig.request(
            "POST", f"/api/v1/livestock/{animal}/photos", user=user, role=role, files={"picture": picture}
        )

    return send


@pytest.fixture
def added(add):
    """Adds a photo, which must succeed; returns it."""

    async def send(*args, **kwargs):
        answer = await add(*args, **kwargs)
        assert answer.status_code == 201, answer.text
        return answer.json()

    return send


@pytest.fixture
async def animal(yard):
    """One that Anna owns."""
    return await yard.bought(ANNA)


async def shown(yard, animal):
    """The ids of an animal's photos, and that of its cover."""
    items = (await yard.get(f"livestock/{animal}/photos")).json()["items"]
    return [item["id"] for item in items], next((item["id"] for item in items if item["is_cover"]), None)


async def test_everybody_sees_the_photos_of_an_animal(yard, rig, animal, added):
    photo = await added(animal)
    assert (await yard.get(f"livestock/{animal}/photos")).json() == {"items": [photo]}
    picture = await rig.request("GET", photo["url"])
    assert (picture.content, picture.headers["content-type"], photo["size"]) == (PNG, "image/png", len(PNG))
    assert "immutable" in picture.headers["cache-control"]
    again = await rig.request("GET", photo["url"], headers={"If-None-Match": picture.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_answers_about_animals_name_the_cover(yard, animal, added):
    bare = await yard.register()
    first, second = await added(animal), await added(animal)
    assert (await yard.get(f"livestock/{animal}")).json()["cover_url"] == first["url"]
    chosen = await yard.change("PUT", f"livestock/{animal}/photos/{second['id']}/cover", user=ANNA)
    assert (chosen.status_code, chosen.json()["is_cover"]) == (200, True)
    (mine,) = (await yard.get("my-livestock", ANNA)).json()["items"]
    assert mine["cover_url"] == second["url"]
    assert await shown(yard, animal) == ([first["id"], second["id"]], second["id"])
    (other,) = (await yard.get("livestock")).json()["items"]
    assert (other["id"], other["cover_url"]) == (str(bare), None)


async def test_when_the_cover_is_taken_away_the_oldest_photo_takes_its_place(yard, animal, added):
    first, second, third = [(await added(animal))["id"] for _ in range(3)]

    async def remove(photo):
        return (await yard.change("DELETE", f"livestock/{animal}/photos/{photo}", user=ANNA)).status_code

    assert await remove(second) == 204
    assert await shown(yard, animal) == ([first, third], first)
    assert await remove(first) == 204
    assert await shown(yard, animal) == ([third], third)
    assert await remove(first) == 404
    assert await remove(third) == 204
    assert await shown(yard, animal) == ([], None)
    assert (await yard.get(f"livestock/{animal}/photos/{third}")).json()["code"] == "photo_not_found"


async def test_owners_and_the_people_of_the_farm_take_care_of_photos_and_nobody_else(yard, animal, add, added):
    elsewhere = new_id()
    await yard.hire(elsewhere, await yard.add_farm("Karacabey"))
    photo = (await added(animal, yard.hand, "farm_staff"))["id"]
    await added(animal, yard.admin, "admin")
    for user, role, code in ((BORA, "investor", "forbidden"), (elsewhere, "farm_staff", "other_farm")):
        assert (await add(animal, user, role)).json()["code"] == code
        for method, path in (("PUT", f"{photo}/cover"), ("DELETE", photo)):
            answer = await yard.change(method, f"livestock/{animal}/photos/{path}", user=user, role=role)
            assert (answer.status_code, answer.json()["code"]) == (403, code)
    await yard.sell(animal, BORA, seller=ANNA)
    assert (await add(animal, ANNA)).json()["code"] == "forbidden"
    await added(animal, BORA)


async def test_a_photo_belongs_to_one_animal(yard, animal, added):
    photo, other = (await added(animal))["id"], await yard.register()
    assert (await yard.get(f"livestock/{other}/photos/{photo}")).status_code == 404
    assert (await yard.change("PUT", f"livestock/{other}/photos/{photo}/cover")).json()["code"] == "photo_not_found"
    assert (await yard.change("DELETE", f"livestock/{other}/photos/{photo}")).json()["code"] == "photo_not_found"
    assert (await yard.get(f"livestock/{new_id()}/photos")).json()["code"] == "livestock_not_found"


async def test_an_animal_has_twenty_photos_at_most_however_many_come_at_once(yard, animal, add):
    answers = await asyncio.gather(*(add(animal) for _ in range(photos.MOST + 5)))
    assert sorted(answer.status_code for answer in answers) == [201] * photos.MOST + [409] * 5
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"too_many_photos"}
    ids, cover = await shown(yard, animal)
    assert (len(ids), cover in ids) == (photos.MOST, True)
    await yard.change("DELETE", f"livestock/{animal}/photos/{cover}", user=ANNA)
    assert (await add(animal)).status_code == 201


@pytest.mark.parametrize(
    ("picture", "status", "code"),
    [
        (b"%PDF-1.7 not a photo", 415, "unsupported_file"),
        (b"GIF89a not one of ours", 415, "unsupported_file"),
        (b"", 415, "unsupported_file"),
        (PNG[:-3], 422, "broken_picture"),
    ],
    ids=["pdf", "gif", "empty", "cut off"],
)
async def test_what_is_no_good_picture_is_refused(yard, animal, add, picture, status, code):
    answer = await add(animal, picture=picture)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await shown(yard, animal) == ([], None)


async def test_nothing_of_a_file_is_read_for_who_may_not_add_it(yard, animal, add, added):
    """Rights come first, then how many there are, then the file."""
    hostile = b"\xff\xd8" + b"\xff" * 500_000
    assert (await add(animal, BORA, picture=hostile)).json()["code"] == "forbidden"
    assert (await add(animal, BORA, picture=b"")).json()["code"] == "forbidden"
    assert (await add(new_id(), picture=b"")).json()["code"] == "livestock_not_found"
    assert (await add(animal, picture=hostile)).json()["code"] in ("broken_picture", "unsupported_file")
    for _ in range(photos.MOST):
        await added(animal)
    assert (await add(animal, picture=hostile)).json()["code"] == "too_many_photos"


async def test_a_request_without_a_picture_is_refused(rig, animal):
    for sent in ({"files": {"other": PNG}}, {"data": {"picture": "x"}}, {"json": {}}, {"content": PNG}):
        answer = await rig.request("POST", f"/api/v1/livestock/{animal}/photos", user=ANNA, **sent)
        assert 400 <= answer.status_code < 500, answer.text


async def test_an_animal_that_died_keeps_its_photos_and_gets_no_more(yard, barn, animal, add, added):
    photo = (await added(animal))["id"]
    await yard.die(animal)
    assert (await add(animal)).json()["code"] == "livestock_gone"
    assert await shown(yard, animal) == ([photo], photo)


async def is_there(rig, photo):
    try:
        await rig.context.storage.get(f"photos/{photo}")
    except NotFound:
        return False
    return True


async def uploaded(rig, animal):
    """A photo whose upload was planned and whose picture has arrived, before it is shown."""
    photo = Photo(id=new_id(), livestock_id=animal, media_type="image/png", size=len(PNG), added_by=ANNA)
    async with rig.db.unit_of_work() as session:
        await files.erase(session, photo.key, at=clock.now() + photos.UPLOADING)
    await rig.context.storage.put(photo.key, PNG)
    return photo


async def test_nothing_is_left_of_a_removed_photo_or_of_an_upload_that_was_never_shown(yard, rig, animal, added):
    kept, gone = [(await added(animal))["id"] for _ in range(2)]
    orphan = (await uploaded(rig, animal)).id
    await yard.change("DELETE", f"livestock/{animal}/photos/{gone}", user=ANNA)
    await rig.run_task("erase_file")
    assert [await is_there(rig, photo) for photo in (kept, gone, orphan)] == [True, False, True]
    clock.set_offset(timedelta(minutes=11))
    await rig.run_task("erase_file")
    assert [await is_there(rig, photo) for photo in (kept, gone, orphan)] == [True, False, False]
    assert await shown(yard, animal) == ([kept], kept)
    assert len(await rig.db.fetch("SELECT FROM livestock_photos")) == 1


async def test_a_photo_whose_picture_may_be_erased_by_now_is_not_shown(rig, yard, animal):
    late = await uploaded(rig, animal)
    clock.set_offset(timedelta(minutes=9, seconds=30))
    with pytest.raises(Unavailable):
        async with rig.db.unit_of_work() as session:
            await photos.show(session, late, by=Principal(ANNA, "investor", "session", expires_at=0))
    assert await shown(yard, animal) == ([], None)
    assert (await yard.get(f"livestock/{animal}/photos/{late.id}")).json()["code"] == "photo_not_found"


async def test_whoever_loses_the_animal_during_an_upload_adds_no_photo(rig, yard, animal):
    late = await uploaded(rig, animal)
    await yard.sell(animal, BORA, seller=ANNA)
    with pytest.raises(Forbidden):
        async with rig.db.unit_of_work() as session:
            await photos.show(session, late, by=Principal(ANNA, "investor", "session", expires_at=0))
    assert await shown(yard, animal) == ([], None)


async def test_the_database_itself_keeps_one_cover_an_animal(rig, animal, added):
    await added(animal)
    await added(animal)
    with pytest.raises(UniqueViolationError):
        await rig.db.fetch("UPDATE livestock_photos SET is_cover = true")


async def test_the_photos_of_an_animal_are_published_with_the_cover_first_and_again_when_asked(yard, rig, added):
    animal = await yard.bought(ANNA)
    first, second = await added(animal), await added(animal)
    path = f"/api/v1/livestock/{animal}/photos"
    await rig.request("PUT", f"{path}/{second['id']}/cover", user=ANNA)
    await rig.request("DELETE", f"{path}/{first['id']}", user=ANNA)
    told = [[str(id) for id in event.photo_ids] for event in await rig.events(LivestockPhotosChanged)]
    one, two = first["id"], second["id"]
    assert told == [[one], [one, two], [two, one], [two]]
    async with rig.db.unit_of_work() as db:
        await begin_all(db)
    await rig.run_task("restate")
    assert [str(id) for id in (await rig.events(LivestockPhotosChanged))[-1].photo_ids] == [two]
