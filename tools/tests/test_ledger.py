"""`amigok ledger`: proofs in files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from typer.testing import CliRunner

from amigok.cli import app
from amigok_contracts.proofs import InclusionProof, leaf, path, root


@pytest.mark.parametrize("command", ["check", "verify"])
def test_a_fleet_that_never_was_up_has_no_ledger(tmp_path: Path, command: str) -> None:
    done = CliRunner().invoke(app, ["ledger", command, "--state", str(tmp_path)])
    assert (done.exit_code, "no databases yet" in done.output) == (1, True)


def proof() -> InclusionProof:
    day, nonce = date(2026, 3, 14), b"n" * 32
    leaves = [leaf(day=day, currency="USD", user_id=UUID(int=at), balance=100 * at, nonce=nonce) for at in range(5)]
    top = root(leaves)
    return InclusionProof(
        day=day,
        currency="USD",
        user_id=UUID(int=3),
        balance=300,
        nonce=nonce.hex(),
        leaf=leaves[3].hash.hex(),
        path=path(leaves, 3),
        root=top.hash.hex(),
        total=top.sum,
    )


def verified(file: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["ledger", "verify-proof", str(file), *arguments])
    return done.exit_code, done.output


def test_a_proof_in_a_file_is_checked_offline(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    file.write_text(proof().model_dump_json())
    code, said = verified(file)
    assert (code, "3.00 USD of user" in said, "10.00 USD published" in said) == (0, True, True)
    assert verified(file, "--root", proof().root)[0] == 0
    code, said = verified(file, "--root", "0" * 64)
    assert (code, "not to the one that was published" in said) == (1, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"balance": 301}, "the leaf is not that of this user"),
        ({"total": 999}, "do not add up"),
        ({"path": []}, "does not lead to the root"),
        ({"nonce": "x"}, "is no proof"),
    ],
)
def test_a_proof_that_does_not_hold_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    file = tmp_path / "proof.json"
    file.write_text(json.dumps(proof().model_dump(mode="json") | change))
    code, output = verified(file)
    assert (code, said in output.replace("\n", " ")) == (1, True)


def test_a_file_that_is_no_proof_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    file.write_bytes(b"\xff\x00 nothing")
    assert verified(file)[0] == 1
