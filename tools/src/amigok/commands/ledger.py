"""ledger: whether the money is where the books say, and whether anybody has touched them."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from amigok import agreement, fleet, services
from amigok.commands import DEFAULT, Folder
from amigok.commands.check import tell
from amigok.errors import Failure
from amigok.state import State
from amigok_contracts import digits
from amigok_contracts.proofs import InclusionProof, ProofBroken

app = typer.Typer(no_args_is_help=True)


@app.command()
def check(state: Folder = DEFAULT) -> None:
    """Have the wallet prove its ledger, and compare it with what others settled. Exit code 1 if they differ."""
    current = State.load(state)
    broken = _wallet(current, "prove-ledger")
    differing = tell(agreement.look(current, "wallet"))
    raise typer.Exit(1 if broken or differing else 0)


@app.command()
def verify(
    noted: Annotated[
        str, typer.Option(metavar="NUMBER:DIGEST", help="A seal that must still be there, as printed once.")
    ] = "",
    state: Folder = DEFAULT,
) -> None:
    """Have the wallet compute its chain of seals anew. Exit code 1 and the first transfer that was tampered with."""
    raise typer.Exit(_wallet(State.load(state), "verify-ledger", *(["--noted", noted] if noted else [])))


@app.command()
def verify_proof(
    file: Annotated[Path, typer.Argument(help="What GET /api/v1/wallet/proof answered.", exists=True, dir_okay=False)],
    root: Annotated[str, typer.Option(help="The root of that day as it is published for everybody.")] = "",
) -> None:
    """Check offline that a balance is in the published liabilities. Exit code 1 if the proof does not hold."""
    try:
        proof = InclusionProof.model_validate_json(file.read_bytes())
        proof.verify()
    except ValidationError as error:
        raise Failure(f"{file} is no proof: {error.errors()[0]['msg']}") from error
    except ProofBroken as error:
        raise Failure(f"the proof does not hold: {error}") from error
    if root not in ("", proof.root):
        raise Failure(f"the proof leads to the root {proof.root}, not to the one that was published")
    print(
        f"{_amount(proof.balance, proof)} of user {proof.user_id} are part of the {_amount(proof.total, proof)} "
        f"published for {proof.day}, root {proof.root}"
    )
    if not root:
        print("compare that root with GET /api/v1/wallet/solvency, or give it as --root")


def _wallet(current: State, *command: str) -> int:
    if current.servers is None:
        raise Failure("the fleet has no databases yet")
    environment = services.environment("wallet", fleet.load("wallet"), current, current.servers)
    return subprocess.run([sys.executable, "-m", "wallet", *command], env=environment, check=False).returncode


def _amount(minor: int, proof: InclusionProof) -> str:
    return f"{Decimal(minor).scaleb(-digits(proof.currency)):,f} {proof.currency}"
