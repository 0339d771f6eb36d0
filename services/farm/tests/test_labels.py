"""Labels to print."""

import re
from datetime import UTC, datetime

import pytest

from amigok_chassis.ids import new_id
from farm.labels import service as labels
from farm.labels.typesetting import SHEETS, Label, typeset


async def printed(yard, **body):
    return await yard.post("livestock/labels", **body)


def pages(pdf):
    """How many pages a PDF has."""
    [count] = re.findall(rb"/Type/Pages/Count (\d+)", pdf)
    return int(count)


async def test_labels_of_animals_are_a_pdf(yard):
    animals = [str(await yard.register()) for _ in range(3)]
    answer = await printed(yard, livestock_ids=animals)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    assert pages(answer.content) == 1


async def test_a_label_says_tag_breed_type_and_farm_and_leads_to_the_animal(yard, rig):
    animal = await yard.register()
    async with rig.db.unit_of_work() as session:
        [label] = await labels.choose(session, livestock_ids=[animal], farm_id=None, public_url="https://amigok.test/")
    assert label == Label(
        tag_number="TR-34-000001",
        breed="Merino",
        type="Sheep",
        farm="Göynük Farm",
        url=f"https://amigok.test/livestock/{animal}",
    )


async def test_labels_come_in_the_order_asked_for_or_by_tag(yard, rig):
    animals = [await yard.register(tag_number=tag) for tag in ("C", "A", "B")]
    async with rig.db.unit_of_work() as session:
        asked = await labels.choose(session, livestock_ids=[*animals, animals[0]], farm_id=None, public_url="")
        farm = await labels.choose(session, livestock_ids=None, farm_id=yard.farm_id, public_url="")
    assert [label.tag_number for label in asked] == ["C", "A", "B", "C"]
    assert [label.tag_number for label in farm] == ["A", "B", "C"]


async def test_animals_that_left_need_no_label(yard, rig):
    gone, stays = await yard.register(), await yard.register()
    await rig.db.fetch("UPDATE livestock SET status = 'removed' WHERE id = $1", gone)
    await yard.sell(stays, new_id())
    async with rig.db.unit_of_work() as session:
        [label] = await labels.choose(session, livestock_ids=None, farm_id=yard.farm_id, public_url="")
    assert label.url.endswith(str(stays))


@pytest.mark.parametrize("format", SHEETS)
@pytest.mark.parametrize(
    "text",
    ["#panic()", '#read("/etc/passwd")', "$x", "*", "`", "\\", '"]', "@ref <label>", "x" * 200, "羊", "/*"],
)
async def test_what_people_wrote_is_not_the_typesetters_program(format, text):
    label = Label(tag_number=text[:50], breed=text, type=text, farm=text, url="https://amigok.test/livestock/1")
    assert pages(await typeset([label], format, now=datetime.now(UTC))) == 1


@pytest.mark.parametrize(("format", "labels", "sheets"), [("a4_3x8", 24, 1), ("a4_3x8", 25, 2), ("a4_2x7", 29, 3)])
async def test_labels_fill_sheet_after_sheet(format, labels, sheets):
    label = Label(tag_number="A", breed="B", type="C", farm="D", url="https://amigok.test/livestock/1")
    assert pages(await typeset([label] * labels, format, now=datetime.now(UTC))) == sheets


async def test_what_cannot_be_printed_is_named(yard, monkeypatch):
    missing, empty = str(new_id()), await yard.add_farm("Empty")
    animal = str(await yard.register())
    for body, status, code in [
        ({"livestock_ids": [animal, missing]}, 404, "livestock_not_found"),
        ({"farm_id": missing}, 404, "farm_not_found"),
        ({"farm_id": empty}, 422, "nothing_to_print"),
        ({}, 422, "invalid_request"),
        ({"livestock_ids": []}, 422, "invalid_request"),
        ({"livestock_ids": [animal], "farm_id": empty}, 422, "invalid_request"),
        ({"livestock_ids": [animal] * 501}, 422, "invalid_request"),
        ({"livestock_ids": [animal], "format": "a3"}, 422, "invalid_request"),
    ]:
        answer = await printed(yard, **body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), body
    assert (await printed(yard, livestock_ids=[animal, missing])).json()["missing"] == [missing]
    monkeypatch.setattr(labels, "MAX_LABELS", 0)
    answer = await printed(yard, farm_id=yard.farm_id)
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many_labels")
