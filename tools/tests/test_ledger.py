"""`amigok ledger`: the wallet against the others, and proofs in files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from typer.testing import CliRunner

from amigok import fleet, ledger
from amigok.cli import app
from amigok_chassis.testing_databases import database
from amigok_contracts.proofs import InclusionProof, leaf, path, root
from wallet.books import service as books

ONE, OTHER = UUID(int=1), UUID(int=2)


def row(id: UUID, kind: str, amount: int, *, currency: str = "USD", times: int = 1) -> Any:
    return {"id": id, "kind": kind, "currency": currency, "amount": amount, "times": times}


def differences(posted: list[Any], *, marketplace: Any = (), payment: Any = ()) -> list[str]:
    return list(ledger.differences({"marketplace": list(marketplace), "payment": list(payment)}, posted))


def test_what_was_settled_and_posted_once_agrees() -> None:
    sold, paid = [row(ONE, "capture", 400), row(ONE, "fee", 10)], [row(OTHER, "deposit", 5), row(OTHER, "refund", 2)]
    assert differences([*sold, *paid], marketplace=sold, payment=paid) == []


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ([], "settled 500, the wallet posted nothing (minor units of USD)"),
        ([row(ONE, "deposit", 499)], "settled 500, the wallet posted 499 (minor units of USD)"),
        ([row(ONE, "deposit", 500, times=2)], "settled 500, the wallet posted 500 in 2 transfers (minor units of USD)"),
    ],
)
def test_what_was_settled_and_not_posted_so_is_named(posted: list[Any], said: str) -> None:
    assert differences(posted, payment=[row(ONE, "deposit", 500)]) == [f"deposit {ONE}: payment {said}"]


def test_what_was_posted_and_never_settled_is_named() -> None:
    assert differences([row(ONE, "capture", 400)]) == [
        f"capture {ONE}: marketplace settled nothing, the wallet posted 400 (minor units of USD)"
    ]


@pytest.mark.parametrize(
    ("name", "sql"), [*ledger.SETTLED.items(), ("wallet", ledger.POSTED)], ids=[*ledger.SETTLED, "wallet"]
)
async def test_each_question_can_be_asked_of_the_database_that_it_is_for(name: str, sql: str) -> None:
    service = fleet.load(name)
    assert service.metadata is not None
    if name == "payment" and "payouts" not in service.metadata.tables:
        pytest.skip("payment has no payments yet")
    async with database(service) as url:
        connection = await asyncpg.connect(url)
        assert await connection.fetch(sql) == []
        await connection.close()


def test_the_same_kinds_are_compared_here_as_every_hour_by_the_wallet() -> None:
    assert {name: kinds - {books.FEE} for name, kinds in ledger.KINDS.items()} == {
        name: frozenset(kinds) for name, kinds in books.POSTED.items()
    }


AS_TOLD = """
CREATE TEMP TABLE payments AS SELECT id, provider, 'completed' AS state, 'USD' AS currency, 5 AS amount FROM (VALUES
    (1, 'stripe'), (2, 'wallet')
) AS payment (id, provider);
CREATE TEMP TABLE refunds AS SELECT id, origin, state, 'USD' AS currency, 2 AS amount FROM (VALUES
    (1, 'platform', 'completed'), (2, 'platform', 'returned'), (3, 'platform', 'failed'), (4, 'platform', 'unknown'),
    (5, 'provider', 'completed'), (6, 'provider', 'pending'), (7, 'provider', 'returned'), (8, 'provider', 'failed')
) AS refund (id, origin, state);
CREATE TEMP TABLE payouts AS SELECT id, state, 'USD' AS currency, 3 AS amount FROM (VALUES
    (1, 'completed'), (2, 'returned'), (3, 'failed'), (4, 'paid_after_all')
) AS payout (id, state);
CREATE TEMP TABLE disputes AS SELECT 1 AS id, 'USD' AS currency, 20 AS amount, 'EUR' AS charged_back_currency,
    240 AS charged_back;
"""


async def test_what_came_from_outside_or_back_and_a_lost_part_count_as_the_wallet_books_them() -> None:
    async with database(fleet.load("payment")) as url:
        connection = await asyncpg.connect(url)
        await connection.execute(AS_TOLD)
        found = [tuple(row) for row in await connection.fetch(ledger.SETTLED["payment"])]
        await connection.close()
    assert sorted(found) == sorted(
        [
            *((number, "refund", "USD", 2) for number in (1, 2)),
            *((number, "refund_outside", "USD", 2) for number in (5, 6, 7, 8)),
            *((number, "refund_returned", "USD", 2) for number in (2, 7, 8)),
            *((number, "withdrawal", "USD", 3) for number in (1, 2, 4)),
            *((1, "deposit", "USD", 5), (2, "withdrawal_returned", "USD", 3), (1, "dispute", "EUR", 240)),
        ]
    )


def test_another_currency_is_another_amount() -> None:
    assert len(differences([row(ONE, "deposit", 5, currency="EUR")], payment=[row(ONE, "deposit", 5)])) == 2


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
