"""(q) Searches of the market: 100,000 listings, against 1,000."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import asyncpg

from amigok_chassis.db import Database
from bench import child, load, seeds
from bench.results import Result, compared
from bench.site import Site, api
from marketplace.documents.service import apply_changes
from marketplace.main import service

FEW, MANY = 1_000, 100_000
ROUNDS = 3
SECONDS = 4.0
LISTINGS = Path(__file__).with_name("searches.sql")
PATH = "/api/v1/marketplace/search"


def measure(site: Site) -> list[Result]:
    """Alternates rounds of both markets, 32 clients each time; then suggestions, one client."""
    with ExitStack() as stack:
        few, many = (stack.enter_context(_market(site, listings)) for listings in (FEW, MANY))
        rates, theirs, ours = [], [], []
        for _ in range(ROUNDS):
            theirs.append(load.rate(few, searches(), seconds=SECONDS)["p99_ms"])
            measured = load.rate(many, searches(), seconds=SECONDS)
            rates.append(measured["rate"])
            ours.append(measured["p99_ms"])
        suggested = [load.rate(many, suggestions(), seconds=SECONDS, clients=1)["p50_ms"] for _ in range(ROUNDS)]
    note = f"{MANY:,} listings; baseline: {FEW:,}"
    return [
        compared("searches, p99", ours, theirs, unit=" ms", ratio_at_most=3.0, note=note),
        Result(name="searches", value=sorted(rates)[ROUNDS // 2], at_least=150, note=f"{MANY:,} listings"),
        Result(
            name="suggestions, p50", value=sorted(suggested)[ROUNDS // 2], unit=" ms", at_most=20, note="one client"
        ),
    ]


def searches() -> list[str]:
    """What people ask: the whole market, filters, words, errors, orders, places; two thirds with facets."""
    chance = random.Random(1)  # noqa: S311
    words = "merino|dorper sheep|young ewe|kivircik|good milk goat|mernio|oveja sana|angus bull|خروف|calm temper horse"
    asked = [""] * 2 + [f"type_name={each}" for each in ("Sheep", "Goat", "Cattle")]
    asked += [f"q={quote(each)}" for each in words.split("|")]
    for _ in range(60):
        low = chance.randint(50, 1_500)
        asked.append(f"min_price={low}&max_price={low + chance.randint(100, 800)}&sex=female&sort=price")
        asked.append(f"near={chance.uniform(36, 42):.3f},{chance.uniform(26, 45):.3f}&within_km=200&sort=distance")
        asked.append(
            f"q={quote(chance.choice(words.split('|')))}&max_weight_kg={chance.randint(100, 400)}&facets=false"
        )
        asked.append(f"breed_name=Merino%20{chance.randint(1, 5)}&min_age_days={chance.randint(100, 900)}")
    return [load.get(f"{PATH}?{each}") for each in asked]


def suggestions() -> list[str]:
    """Words as they are typed, some of them with an error."""
    typed = ("m", "me", "mer", "mernio", "k\u0131v", "granja o", "shep", "good mi", "خر", "suff", "xyz")
    return [load.get(f"{PATH}/suggestions?q={quote(each)}") for each in typed]


@contextmanager
def _market(site: Site, listings: int) -> Iterator[str]:
    """The API of a market with so many listings, in a process of its own."""
    database = asyncio.run(_seeded(site, listings))
    with api(site, "marketplace", database, ready=f"{PATH}?limit=1") as url:
        yield url


async def _seeded(site: Site, listings: int) -> str:
    database = await seeds.database_of(service, site.scratch, f"market_{listings}")
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET searches.listings = {listings}")
    await connection.execute(LISTINGS.read_text(), timeout=300)
    await connection.close()
    child.Child("searches:document", {"url": database}).result(seconds=900)
    await seeds.settle(database)
    return database


async def document(url: str) -> None:
    """Makes the documents, as a worker does."""
    database = Database(url, pool_size=2, name="bench")
    while await apply_changes(database):
        pass
    await database.close()
