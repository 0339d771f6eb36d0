"""What all tests stand on: servers that are started once for a run, and what keeps its workers busy."""

import os

import pytest

from amigok.errors import Failure
from amigok_chassis.app import collect_rarely
from tests import servers

pytest_plugins = ["amigok_chassis.fixtures"]

CHEAP = {"IDENTITY_HASHING_MEMORY_KIB": "8"}
"""Tests hash thousands of passwords; what a hash costs an attacker does not matter to them."""


def pytest_configure(config: pytest.Config) -> None:
    os.environ.update(CHEAP)
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        try:
            config.add_cleanup(servers.start())
        except Failure as failure:
            raise pytest.UsageError(str(failure)) from failure


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was imported stays to the end; looking through it again and again would take a tenth of the time."""
    collect_rarely()
