"""All facts of all events: the rules of every domain, by the types that they read."""

from collections.abc import Iterator
from typing import Any

from amigok_contracts import parse
from amigok_contracts.base import versions_of
from analytics.facts import care, farm, feed, market, payment, people, wallet
from analytics.facts.rows import Fact, Heard, Rule

RULES: list[Rule[Any]] = [
    rule for domain in (farm, market, feed, care, wallet, payment, people) for rule in domain.RULES
]

_BY_TYPE: dict[tuple[str, int], list[Rule[Any]]] = {}
for _rule in RULES:
    for _event in versions_of(_rule.event):
        _BY_TYPE.setdefault((_event.type, _event.version), []).append(_rule)


def facts_of(type: str, major: int, data: str, *, id: Any, at: Any) -> Iterator[Fact]:
    """The facts that an event tells, whatever its version. Most events tell none. Raises ValueError for other data."""
    for rule in _BY_TYPE.get((type, major), ()):
        yield from rule.run(Heard(parse(type, major, data, wanted=rule.event), id, at))
