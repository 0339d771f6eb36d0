"""A purchase is one trace through all services, and a fleet that nobody uses exports scheduled work only."""

import asyncio
import json
from typing import Any

from amigok.fleet import SERVICES
from amigok_chassis.patience import until
from amigok_chassis.testing_collector import Collector
from amigok_client.api import search

BUY = "/api/v1/marketplace/livestock/{livestock_id}/buy"
THROUGH = {"amigok-marketplace", "amigok-wallet", "amigok-farm", "amigok-payment"}


def lines(fleet: Any, **fields: str) -> list[dict[str, Any]]:
    """What the services have logged with these fields."""
    found = []
    for name in SERVICES:
        for line in fleet.state.log(name).read_text().splitlines():
            if line.startswith("{") and fields.items() <= (parsed := json.loads(line)).items():
                found.append(parsed)
    return found


async def test_a_purchase_is_one_exported_trace_whose_id_all_of_its_log_lines_carry(
    fleet: Any, collector: Collector
) -> None:
    buyer = await fleet.person("buyer", money="100.00")
    (sheep,) = await fleet.flock(1, price="50.00")
    assert (await buyer.buy(sheep)).state == "completed"
    await fleet.at_rest()
    bought = lines(fleet, event="request", route=BUY)[-1]

    async def exported() -> bool:
        return {span.service for span in collector.of(bought["trace_id"])} >= THROUGH

    await until(exported)
    [root] = [span for span in collector.of(bought["trace_id"]) if not span.parent_id]
    assert (root.service, root.name) == ("amigok-marketplace", f"POST {BUY}")
    told = lines(fleet, correlation_id=bought["correlation_id"])
    assert {line["trace_id"] for line in told} == {bought["trace_id"]}


async def test_every_trace_id_in_the_log_of_a_request_is_exported(fleet: Any, collector: Collector) -> None:
    visitor = await fleet.person("visitor")
    earlier = {line["trace_id"] for line in lines(fleet, event="request")}
    await visitor.balance()
    await visitor.send(search.list_my_livestock())
    told = {line["trace_id"] for line in lines(fleet, event="request")} - earlier
    assert told

    async def exported() -> bool:
        return told <= {span.trace_id for span in collector.spans}

    await until(exported)


async def test_a_fleet_that_nobody_uses_exports_nothing_but_scheduled_work(fleet: Any, collector: Collector) -> None:
    await fleet.at_rest()
    await asyncio.sleep(3)
    before = len(collector.spans)
    await asyncio.sleep(10)
    after = len(collector.spans)
    await asyncio.sleep(3)
    roots = {root.trace_id: root.name for root in collector.roots()}
    began = {roots.get(span.trace_id, span.name) for span in collector.spans[before:after]}
    assert {name for name in began if not name.startswith(("job ", "step "))} == set()
