"""Proofs of liabilities over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Statements
from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.values import IsoDate
from amigok_contracts.proofs import InclusionProof, PublishedRoot
from wallet.solvency import queries
from wallet.solvency.errors import ProofNotFound

router = APIRouter(prefix="/api/v1/wallet")


@router.get("/proof", responses=problems(ProofNotFound))
async def read_proof(
    me: CurrentUser,
    db: Statements,
    currency: AccountCurrency,
    day: Annotated[IsoDate | None, Query(description="Within the last 35 days; without it, the last published")] = None,
) -> InclusionProof:
    """Proves that your balance is in the liabilities that were published on a day.

    To check it offline: `amigok ledger verify-proof FILE`, or `amigok_contracts.proofs`.
    """
    return await queries.proof(db, user_id=me.id, day=day, currency=currency)


@router.get("/solvency")
async def list_publications(
    page: PageRequest, db: Reader, currency: AccountCurrency | None = None
) -> Page[PublishedRoot]:
    """What the platform owed its users on each day, and the assets in its ledger, newest first.

    Each contains the digest of the one before: whoever notes one can detect a rewritten history.
    """
    return await queries.publications(db, page, currency=currency)
