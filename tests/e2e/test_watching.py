"""An owner watches in a real browser, until the animal is sold."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from amigok import demo_stream
from amigok.client import usd
from amigok.stage import Stage
from amigok_client.api import listings
from amigok_client.models import OfferIn
from tests.browser import browsing
from tests.e2e.barns import barn


async def test_an_owner_watches_from_the_link_that_the_api_gave_until_the_animal_is_sold(
    fleet: Any, tmp_path: Path
) -> None:
    owner, buyer = await fleet.person("owner", money="100.00"), await fleet.person("buyer", money="100.00")
    [animal] = await fleet.flock(1, price="10.00")
    async with barn(fleet, tmp_path, animal) as device, browsing() as browser:
        await device.film("CARD-WATCHED")
        assert (await owner.buy(animal)).state == "completed"
        link = await demo_stream.watch(Stage(), fleet.state, owner, animal)
        shown = await browser.open(link.page)
        await shown.until("video.videoWidth === 320 && video.currentTime > 3")
        assert await shown.evaluate("state.textContent") == "Live."
        assert shown.complaints == []
        hosts = {urlsplit(each["url"]).netloc for each in shown.requests if each["url"].startswith("http")}
        assert hosts == {urlsplit(link.page).netloc}
        await owner.send(listings.offer_own_listing(animal, body=OfferIn(usd("10.00"))))
        assert (await buyer.buy(animal)).state == "completed"
        await shown.until("state.dataset.state === 'refused'")
        assert await shown.evaluate("video.getAttribute('src') === null")
