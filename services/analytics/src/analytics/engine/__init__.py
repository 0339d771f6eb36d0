"""ClickHouse, as the rest of the service speaks to it: embedded or a server, by the same few requests of HTTP."""

from amigok_chassis.service import Noun
from analytics.engine.client import Engine, Facts, Row, engine_of

__all__ = ["Engine", "Facts", "Row", "engine_of", "noun"]

noun = Noun()
