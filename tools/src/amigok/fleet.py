"""The services of the fleet: the one place where they are listed."""

from __future__ import annotations

import importlib
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
        module = importlib.import_module(f"{name}.main")
    except Exception as error:
        raise Failure(f"service {name} does not import: {type(error).__name__}: {error}") from error
    service: Service = module.service
    return service
