"""A Prometheus watches the running fleet: it finds what the alerts ask for, and a dead letter makes them fire."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aio_pika
import httpx
import pytest
import yaml

from amigok import monitoring, ports
from amigok.client import until
from amigok.fleet import ROOT, SERVICES, load
from amigok.servers import packages

RULES = ROOT / "deploy/prometheus/alerts.yaml"
WORDS = {"absent", "and", "by", "histogram_quantile", "increase", "max", "or", "rate", "sum"}
"""What is no metric in the rules: PromQL's own words."""

UNTIL_THEN_ABSENT = {"status"}
"""Labels whose values nobody knows before they occur: how requests fail."""

_SELECTOR = re.compile(r"([a-z_]+)(\{[^}]*\})?")
_GROUPED = re.compile(r"\bby \(([^)]*)\)")
_MATCHER = re.compile(r'(\w+)(=~|!~|!=|=)"((?:[^"\\]|\\.)*)"')


def expressions() -> dict[str, str]:
    groups = yaml.safe_load(RULES.read_text())["groups"]
    return {rule["alert"]: rule["expr"] for group in groups for rule in group["rules"]}


def selectors(expression: str) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """The metrics of an expression, each with its matchers."""
    for name, matchers in _SELECTOR.findall(re.sub(r"\[\w+\]", "", _GROUPED.sub("", expression))):
        if name not in WORDS:
            yield name, _MATCHER.findall(matchers)


def grouped(expression: str) -> set[str]:
    return {label.strip() for labels in _GROUPED.findall(expression) for label in labels.split(",")}


class Prometheus:
    """Asks a Prometheus over HTTP."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def ask(self, query: str) -> list[dict[str, str]]:
        """The label sets of the series that the query gives."""
        answer = await self._http.get("/api/v1/query", params={"query": query})
        answer.raise_for_status()
        return [series["metric"] for series in answer.json()["data"]["result"]]

    async def has(self, query: str) -> bool:
        return bool(await self.ask(query))


def configuration(fleet: Any) -> dict[str, Any]:
    """What compose runs, with the addresses of this fleet, and quicker."""
    state = fleet.state
    named = {f"{name}:8000": state.ports[f"service:{name}"] for name in SERVICES}
    named |= {"gateway:8080": state.ports["traefik"], "rabbitmq:15692": state.ports["prometheus"]}
    wanted = monitoring.in_compose([load(name) for name in SERVICES])
    for scraped in wanted["scrape_configs"]:
        for group in scraped["static_configs"]:
            group["targets"] = [f"127.0.0.1:{named[target]}" for target in group["targets"]]
    quick = {"scrape_interval": "1s", "evaluation_interval": "1s"}
    return {**wanted, "global": quick, "rule_files": [str(RULES)], "alerting": {}}


@pytest.fixture(scope="module")
async def prometheus(fleet: Any, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Prometheus]:
    packages.ensure(["promtool"], say=print)
    folder: Path = tmp_path_factory.mktemp("prometheus")
    (folder / "prometheus.yaml").write_text(yaml.safe_dump(configuration(fleet)))
    at = f"127.0.0.1:{ports.choose()}"
    options = [f"--storage.tsdb.path={folder / 'data'}", f"--web.listen-address={at}"]
    with (folder / "log").open("wb") as log:
        command = ["prometheus", f"--config.file={folder / 'prometheus.yaml'}", *options]
        server = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log)
    try:
        async with httpx.AsyncClient(base_url=f"http://{at}", timeout=30) as http:
            asked = Prometheus(http)

            async def scraped() -> bool:
                try:
                    return len(await asked.ask("up == 1")) == len(SERVICES) + 3
                except httpx.HTTPError:  # it starts
                    return False

            await until(scraped, seconds=60)
            yield asked
    finally:
        server.terminate()
        await server.wait()


async def test_every_metric_and_label_of_a_rule_is_exported_by_the_running_fleet(
    fleet: Any, prometheus: Prometheus
) -> None:
    await (await fleet.person("anybody")).balance()
    absent = []
    for alert, expression in expressions().items():
        for metric, matchers in selectors(expression):
            kept = ",".join(f'{a}{how}"{b}"' for a, how, b in matchers if a not in UNTIL_THEN_ABSENT)
            labels = grouped(expression) | {label for label, _, _ in matchers}
            labels -= set() if metric.endswith("_bucket") else {"le"}
            there = ",".join(f'{label}!=""' for label in sorted(labels))
            for query in (f"{metric}{{{kept}}}", f"{metric}{{{there}}}"):
                if not await prometheus.has(query):
                    absent.append((alert, query))
    assert absent == []


async def test_a_dead_letter_makes_both_alerts_fire_and_they_fall_silent_when_it_is_gone(
    fleet: Any, prometheus: Prometheus
) -> None:
    by_counter, by_queue = (expressions()[name] for name in ("AmigokEventDead", "AmigokDeadLetters"))
    assert not await prometheus.has(by_queue)
    async with fleet.channel() as channel:
        exchange = await channel.get_exchange("wallet.queues", ensure=False)
        await exchange.publish(aio_pika.Message(b"no event"), "wallet.money")
        await until(lambda: prometheus.has(by_counter + ' and on () ALERTS{alertname="AmigokEventDead"}'), seconds=30)
        await until(lambda: prometheus.has(by_queue), seconds=30)
        queue = await channel.get_queue("wallet.dead")
        await queue.purge()

    async def silent() -> bool:
        return not await prometheus.has(by_queue)

    await until(silent, seconds=30)
