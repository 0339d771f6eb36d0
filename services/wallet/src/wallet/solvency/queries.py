"""What is shown of published liabilities."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.db import Database
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.proofs import InclusionProof, Node, PublishedRoot, path
from wallet.solvency.errors import ProofNotFound
from wallet.solvency.leaves import hidden, nonce
from wallet.solvency.models import BOUGH, SolvencyRoot

_PLACE = """
SELECT leaf.day, position, balance, root, total FROM solvency_leaves AS leaf JOIN solvency_roots USING (day, currency)
WHERE user_id = $1 AND currency = $2 AND day = coalesce($3::date, day) ORDER BY day DESC LIMIT 1
"""
_LEAVES = """
SELECT user_id, balance FROM solvency_leaves
WHERE day = $1 AND currency = $2 AND position BETWEEN $3 AND $4 ORDER BY position
"""
_BOUGHS = "SELECT hash, sum FROM solvency_boughs WHERE day = $1 AND currency = $2 ORDER BY number"


async def proof(db: Database, *, user_id: UUID, day: date | None, currency: str) -> InclusionProof:
    """Proves that the user's balance is in the liabilities of that day, or of the last one. Raises ProofNotFound."""
    rows = await db.fetch(_PLACE, user_id, currency, day)
    if not rows:
        raise ProofNotFound
    place = rows[0]
    number, within = divmod(place["position"], BOUGH)
    leaves = await _leaves(db, place["day"], currency, first=number * BOUGH)
    boughs = [Node(row["hash"], row["sum"]) for row in await db.fetch(_BOUGHS, place["day"], currency)]
    return InclusionProof.model_validate(
        {
            "day": place["day"],
            "currency": currency,
            "user_id": user_id,
            "balance": place["balance"],
            "nonce": nonce(db.data_key, place["day"], currency, user_id).hex(),
            "leaf": leaves[within].hash.hex(),
            "path": path(leaves, within) + path(boughs, number),
            "root": place["root"].hex(),
            "total": place["total"],
        }
    )


async def publications(db: UnitOfWork, paging: Paging, *, currency: str | None) -> Page[PublishedRoot]:
    """What was published, newest first. Raises InvalidCursor."""
    query = select(SolvencyRoot)
    if currency is not None:
        query = query.where(SolvencyRoot.currency == currency)
    rows, cursor = await paginate(db, query, paging, key=[SolvencyRoot.day, SolvencyRoot.currency])
    return Page(items=[row.published() for row in rows], next_cursor=cursor)


async def noted_seals(db: UnitOfWork) -> list[tuple[int, bytes]]:
    """Numbers and digests of the seals that publications have noted."""
    noted = select(SolvencyRoot.seals, SolvencyRoot.seal).where(SolvencyRoot.seals > 0).distinct()
    return [(row.seals, row.seal) for row in await db.execute(noted)]


async def _leaves(db: Database, day: date, currency: str, *, first: int) -> list[Any]:
    rows = await db.fetch(_LEAVES, day, currency, first, first + BOUGH - 1)
    return [hidden(db.data_key, day, currency, user_id=row["user_id"], balance=row["balance"]) for row in rows]
