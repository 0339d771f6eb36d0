"""`amigok audit verify` hands over to each service's own command."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from amigok.cli import app
from amigok.state import Addresses, State


def refused(folder: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["audit", "verify", *arguments, "--state", str(folder)])
    assert done.exit_code == 1
    return done.output


def test_a_fleet_that_never_was_up_has_no_log_to_prove(tmp_path: Path) -> None:
    assert "no databases yet" in refused(tmp_path)


def test_a_service_without_a_database_has_no_log(tmp_path: Path) -> None:
    ports = {"service:identity": 1, "service:farm": 2, "service:portal": 3}
    State(folder=tmp_path, ports=ports, servers=Addresses(kind="native")).save()
    for arguments in (["portal"], ["wallet"], ["identity", "--noted", "farm:1:ab"]):
        assert "there are the logs of identity, farm" in refused(tmp_path, *arguments)
