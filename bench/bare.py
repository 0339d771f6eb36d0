"""The reads of wallet and marketplace on bare FastAPI: the same queries and answers, nothing of the chassis around."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

import asyncpg
from fastapi import FastAPI, Query, Response
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.listings.schemas import ListingOut
from marketplace.market.queries import listing_of, market
from marketplace.market.schemas import Filters
from wallet.statements.present import balance
from wallet.statements.schemas import BalanceOut

POOL = 16
opened: dict[str, Any] = {}


async def _prepare(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("jsonb", encoder=json.dumps, decoder=json.loads, schema="pg_catalog")


async def _keep(_: asyncpg.Connection) -> None:
    """Nothing to reset: one round trip less."""


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    wallet, marketplace = os.environ["BENCH_WALLET"], os.environ["BENCH_MARKETPLACE"]
    options = {"min_size": POOL, "max_size": POOL, "init": _prepare, "reset": _keep}
    engine = create_async_engine(
        marketplace.replace("postgresql://", "postgresql+asyncpg://", 1),
        pool_size=POOL,
        max_overflow=0,
        isolation_level="AUTOCOMMIT",
    )
    async with asyncpg.create_pool(wallet, **options) as accounts:
        async with asyncpg.create_pool(marketplace, **options) as listings:
            opened.update(accounts=accounts, listings=listings, engine=engine)
            yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


@app.get("/balance/{user_id}")
async def read_balance(user_id: UUID) -> BalanceOut:
    return await balance(opened["accounts"], user_id=user_id)


@app.get("/livestock", response_model=None)
async def browse(filters: Annotated[Filters, Query()]) -> Response:
    return Response(await market(opened["listings"], filters), media_type="application/json")


@app.get("/livestock/{livestock_id}")
async def read_listing(livestock_id: UUID) -> ListingOut:
    engine: AsyncEngine = opened["engine"]
    async with UnitOfWork(engine, expire_on_commit=False, autoflush=False) as db:
        return await listing_of(db, livestock_id=livestock_id)
