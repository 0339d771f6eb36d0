"""Packages are listed by the type of animal that they suit."""

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from services.feed.tests.herds import SHEEP, a_farm, a_package


async def test_packages_are_listed_by_the_type_that_they_suit(rig: Rig) -> None:
    await a_farm(rig)
    package = await a_package(rig)
    found = [await rig.request("GET", f"/api/v1/feed-packages?livestock_type_id={each}") for each in (SHEEP, new_id())]
    assert [[item["id"] for item in answer.json()["items"]] for answer in found] == [[package["id"]], []]
