"""`amigok audit verify` hands over to identity's own command."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from amigok.cli import app


def test_a_fleet_that_never_was_up_has_no_log_to_prove(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["audit", "verify", "--state", str(tmp_path)])
    assert done.exit_code == 1
    assert "no databases yet" in done.output
