"""At 100,000 animals every main list reads an index, and of it not much more than it shows."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event

from amigok_chassis.pagination import encode
from amigok_chassis.testing import running
from farm.main import service

HERDS = Path(__file__).with_name("herds.sql").read_text()
MOST_READ = 5_000
"""Rows of animals, for a page of fifty: a twentieth of all."""


def made(text):
    return UUID(hashlib.md5(text.encode()).hexdigest())


ANY = UUID(int=50_000)
SHEEP, BREED, FARM, OWNER = made("type1"), made("breed1"), made("farm7"), made("owner0")
NEAR = "near=39,32&sort=distance"
LISTS = {
    "": [ANY],
    f"livestock_type_id={SHEEP}": [ANY],
    f"breed_id={BREED}": [ANY],
    f"farm_id={FARM}": [ANY],
    "sex=female&min_weight_kg=60": [ANY],
    "status=assigned": [ANY],
    "max_age_days=20&sort=newest": [ANY],
    "sort=price&currency=USD": [500, ANY],
    "sort=-price&currency=USD": [500, ANY],
    "sort=weight": ["70.00", ANY],
    "sort=-weight": ["70.00", ANY],
    "sort=value&currency=EUR": [30_000, ANY],
    "sort=-value&currency=EUR&min_value=200": [30_000, ANY],
    f"livestock_type_id={SHEEP}&currency=USD&min_price_per_kg=4&max_price_per_kg=4.50": [ANY],
    f"livestock_type_id={SHEEP}&currency=USD&min_price_per_kg=4&max_price_per_kg=4.50&sort=price": [425, ANY],
    "near=39,32&within_km=60": [ANY],
    "near=39,32&within_km=60&sort=weight": ["70.00", ANY],
    "near=39,32&within_km=700": [ANY],
    "near=39,32&within_km=700&sort=weight": ["70.00", ANY],
    NEAR: [100_000.0, ANY, ANY],
    f"{NEAR}&within_km=150": [100_000.0, ANY, ANY],
    f"{NEAR}&within_km=700": [100_000.0, ANY, ANY],
    f"{NEAR}&livestock_type_id={SHEEP}": [100_000.0, ANY, ANY],
}
MINE = {
    "": [ANY],
    "status=assigned": [ANY],
    "sort=-value&currency=EUR": [30_000, ANY],
    "sort=weight": ["70.00", ANY],
    NEAR: [100_000.0, ANY, ANY],
    "near=39,32&within_km=300": [ANY],
}


@pytest.fixture(scope="module")
async def herds():
    async with running(service) as rig:
        async with rig.db.driver() as driver:
            await driver.execute("SET herds.farms = 2000; SET herds.animals = 100000")
            await driver.execute(HERDS, timeout=120)
            await driver.execute("VACUUM ANALYZE", timeout=60)
        yield rig


def nodes(plan) -> Iterator[dict]:
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


async def plans(rig, path, **who):
    """The plans of all that a request asks the database, as they were carried out."""
    asked = []

    def note(_, __, statement, parameters, *___):
        asked.append((statement, parameters))

    event.listen(rig.db.engine.sync_engine, "before_cursor_execute", note)
    answer = await rig.request("GET", path, **who)
    event.remove(rig.db.engine.sync_engine, "before_cursor_execute", note)
    assert answer.status_code == 200, answer.text
    assert answer.json()["items"], path
    for statement, parameters in asked:
        [row] = await rig.db.fetch(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", *parameters)
        [explained] = row[0]
        yield explained["Plan"]


async def check(rig, path, *, most=MOST_READ, **who):
    async for plan in plans(rig, path, **who):
        read = 0
        for node in nodes(plan):
            if node.get("Relation Name") == "livestock":
                assert node["Node Type"] != "Seq Scan", (path, json.dumps(plan, indent=1))
                read += (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        assert read <= most, (path, read, json.dumps(plan, indent=1))


async def test_lists_for_everybody_read_little(herds):
    for query, after in LISTS.items():
        await check(herds, f"/api/v1/livestock?{query}")
        await check(herds, f"/api/v1/livestock?{query}&cursor={encode(*after)}")


async def test_lists_of_a_farm_and_of_an_owner_read_little(herds):
    await check(herds, f"/api/v1/farms/{FARM}/livestock")
    await check(herds, f"/api/v1/farms/{FARM}/livestock?sort=-value&currency=USD")
    for query, after in MINE.items():
        await check(herds, f"/api/v1/my-livestock?{query}", user=OWNER)
        await check(herds, f"/api/v1/my-livestock?{query}&cursor={encode(*after)}", user=OWNER)


async def test_a_count_reads_no_more_than_it_tells(herds):
    for query in ["", f"livestock_type_id={SHEEP}", "sort=price&currency=USD&max_price_per_kg=4"]:
        await check(herds, f"/api/v1/livestock?count=true&{query}", most=11_000)


async def test_the_nearest_farms_are_found_in_an_index(herds):
    async for plan in plans(herds, "/api/v1/farms?near=39,32&limit=5"):
        assert any(node.get("Index Name") == "farms_location_idx" for node in nodes(plan)), plan
        assert sum(node["Actual Rows"] for node in nodes(plan) if "Index Name" in node) < 100
