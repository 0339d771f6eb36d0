"""The servers that tests run on: private ones, started once for a run and shared by its parallel workers."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from amigok.servers import start_servers
from amigok_chassis.app import collect_rarely

pytest_plugins = ["amigok_chassis.fixtures"]

POSTGRES = "AMIGOK_TEST_POSTGRES_URL"
CHEAP = {"IDENTITY_HASHING_MEMORY_KIB": "8"}
"""Tests hash thousands of passwords; what a hash costs an attacker does not matter to them."""


def pytest_configure(config: pytest.Config) -> None:
    os.environ.update(CHEAP)
    if hasattr(config, "workerinput") or POSTGRES in os.environ or config.option.collectonly:
        return
    folder = Path(tempfile.gettempdir()) / f"amigok-test-{os.getpid()}"
    servers = start_servers(folder, durable=False)
    os.environ[POSTGRES] = servers.postgres
    os.environ["AMIGOK_TEST_BROKER_URL"] = servers.broker
    os.environ["AMIGOK_TEST_MANAGEMENT_URL"] = servers.management
    os.environ["AMIGOK_TEST_REDIS_URL"] = servers.redis

    def stop() -> None:
        servers.stop()
        shutil.rmtree(folder, ignore_errors=True)

    config.add_cleanup(stop)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was imported stays to the end; looking through it again and again would take a tenth of the time."""
    collect_rarely()
