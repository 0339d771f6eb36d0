"""The servers that tests run on are those of the environment, containers or native ones."""

import subprocess
import sys

import pytest

from amigok.errors import Failure
from amigok.fleet import ROOT
from tests import servers

ALL_NAMED = dict.fromkeys(servers.NAMED.values(), "somewhere")
NO_ENGINE = "nothing listens there"


def source(environment: dict[str, str], *, installed: bool = True, engine: bool = True) -> str:
    return servers.source(environment, installed=lambda: installed, engine=lambda: None if engine else NO_ENGINE)


@pytest.mark.parametrize(
    ("environment", "installed", "engine", "expected"),
    [
        (ALL_NAMED, True, True, "named"),
        (ALL_NAMED | {"AMIGOK_TEST_SERVERS": "docker"}, False, False, "named"),
        ({"AMIGOK_TEST_SERVERS": "docker"}, True, True, "docker"),
        ({"AMIGOK_TEST_SERVERS": "native"}, False, True, "native"),
        ({}, True, True, "native"),
        ({}, True, False, "native"),
        ({}, False, True, "docker"),
        ({}, False, False, "native"),
    ],
)
def test_the_first_source_that_there_is_gives_the_servers(
    environment: dict[str, str], installed: bool, engine: bool, expected: str
) -> None:
    assert source(environment, installed=installed, engine=engine) == expected


def test_who_asks_for_docker_without_an_engine_is_told_what_is_missing() -> None:
    with pytest.raises(Failure, match="no Docker engine answers: nothing listens there"):
        source({"AMIGOK_TEST_SERVERS": "docker"}, engine=False)


def test_who_names_some_servers_is_told_which_others_to_name() -> None:
    some = ALL_NAMED | {"AMIGOK_TEST_REDIS_URL": ""}
    with pytest.raises(Failure, match=r"missing: AMIGOK_TEST_REDIS_URL$"):
        source(some)


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(Failure, match="docker or native, not 'podman'"):
        source({"AMIGOK_TEST_SERVERS": "podman"})


def test_an_engine_that_does_not_answer_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere/docker.sock")
    assert servers.why_no_engine()


def test_containers_cost_nothing_until_they_are_wanted() -> None:
    seen = "import sys, tests.servers; print({'docker', 'testcontainers'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", seen], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
