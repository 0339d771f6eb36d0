"""Statements over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Statements
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from feed.period_statements import documents, queries
from feed.period_statements.errors import StatementNotFound
from feed.period_statements.schemas import StatementLine, StatementOut

router = APIRouter(prefix="/api/v1")

_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/my-feed-statements")
async def list_my_feed_statements(
    me: CurrentUser, db: Reader, paging: PageRequest, subscription_id: Annotated[UUID | None, Query()] = None
) -> Page[StatementLine]:
    """Lists the periods of your feed subscriptions, newest first."""
    return await queries.page(db, owner_id=me.id, subscription_id=subscription_id, paging=paging)


@router.get("/feed-statements/{period_id}", responses=problems(StatementNotFound))
async def read_feed_statement(period_id: UUID, me: CurrentUser, db: Reader) -> StatementOut:
    """Returns what a period of yours came to, meal by meal."""
    return await queries.one(db, period_id, owner_id=me.id)


@router.get("/feed-statements/{period_id}/pdf", response_class=Response, responses=_PDF | problems(StatementNotFound))
async def download_feed_statement(period_id: UUID, me: CurrentUser, db: Statements) -> Response:
    """Returns the statement of a period of yours as PDF."""
    return await documents.pdf(db, period_id, owner_id=me.id)
