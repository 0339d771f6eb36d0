"""ClickHouse, as the rest of the service speaks to it: embedded or a server, by the same few requests of HTTP."""

from analytics.engine.client import Engine, Facts, Row, engine_of

__all__ = ["Engine", "Facts", "Row", "engine_of"]
