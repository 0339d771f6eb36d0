"""Apps for tests: made once, and used again."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from amigok_chassis.app import create_app
from amigok_chassis.edge import Edge
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings
from amigok_chassis.testing_databases import TestDatabase
from amigok_chassis.testing_problems import Witness

_idle: defaultdict[tuple[int, Settings], list[tuple[FastAPI, Witness]]] = defaultdict(list)
"""Those that no rig uses, by service and settings but for the database."""


@contextmanager
def made(service: Service, settings: Settings) -> Iterator[tuple[FastAPI, ASGIApp]]:
    """An app, and what is spoken to, that nobody else uses meanwhile: making one takes longer than most tests.

    State of a test is in the runtime, which each test gets anew.
    """
    idle = _idle[id(service), settings.model_copy(update={"database_url": ""})]
    app, asgi = idle.pop() if idle else _make(service, settings)
    app.state.settings = settings
    yield app, asgi
    idle.append((app, asgi))


def _make(service: Service, settings: Settings) -> tuple[FastAPI, Witness]:
    app = create_app(service, settings, TestDatabase)
    return app, Witness(app, Edge(app))
