"""The services of the fleet: the one place where they are listed."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from amigok.errors import Failure

if TYPE_CHECKING:
    from amigok_chassis.service import Service

SERVICES: tuple[str, ...] = (
    "identity",
    "farm",
    "wallet",
    "payment",
    "marketplace",
    "feed",
    "care",
    "stream",
    "game",
    "analytics",
    "notification",
    "portal",
)

ROOT = Path(__file__).resolve().parents[3]


def load(name: str) -> Service:
    """The `Service` value of `<name>.main`; `Failure` if there is no such service or it does not import."""
    if name not in SERVICES:
        raise Failure(f"there is no service '{name}'; the services are {', '.join(SERVICES)}")
    try:
        with _uncollected():
            module = importlib.import_module(f"{name}.main")
    except Exception as error:
        raise Failure(f"service {name} does not import: {type(error).__name__}: {error}") from error
    service: Service = module.service
    return service


@contextmanager
def _uncollected() -> Iterator[None]:
    """What imports make stays; looking through it again and again would be a third of their time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
