"""What all tests stand on: servers that are started once for a run, and what keeps its workers busy."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, configuration, settings

from amigok.errors import Failure
from amigok_chassis.app import collect_rarely
from tests import servers

pytest_plugins = ["amigok_chassis.fixtures"]

CHEAP = {"IDENTITY_HASHING_MEMORY_KIB": "8"}
"""Tests hash thousands of passwords; what a hash costs an attacker does not matter to them."""


settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
configuration.set_hypothesis_home_dir(Path(__file__).parent / ".hypothesis")  # it keeps tables of characters there
settings.load_profile("any machine")  # however slow; a database is as good for the next example as for the first


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # what is imported and collected stays; it would be looked through again and again
    os.environ.update(CHEAP)
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        try:
            config.add_cleanup(servers.start())
        except Failure as failure:
            raise pytest.UsageError(str(failure)) from failure


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first. Who shares a fixture of their module is in one worker, which makes it once."""
    for item in items:
        own = item.get_closest_marker("xdist_group")
        if own is None and isinstance(item, pytest.Function) and (group := _sharing(item)):
            item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def _sharing(item: pytest.Function) -> str:
    """The module of a test that asks for fixtures of a module's scope, and their parameters; else nothing."""
    found = item._fixtureinfo.name2fixturedefs
    shared = [name for name in item.fixturenames if name in found and found[name][-1].scope == "module"]
    given = item.callspec.params if hasattr(item, "callspec") else {}
    module = item.nodeid.partition("::")[0]
    return " ".join([module, *(str(given[name]) for name in shared if name in given)]) if shared else ""


def pytest_collection_finish() -> None:
    """What was imported stays to the end; looking through it again and again would take a tenth of the time."""
    collect_rarely()
    gc.enable()
