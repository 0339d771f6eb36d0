"""Results over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from amigok_chassis.db import Reader, Statements
from amigok_chassis.problems import problems
from game.contests.errors import ContestNotFound
from game.results import queries
from game.results.errors import NoResult
from game.results.schemas import ResultsOut

router = APIRouter(prefix="/api/v1/contests/{contest_id}/result")

KIND = "application/octet-stream"
"""JSON, but the bytes of it count: nobody reads and writes it again on the way."""
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {KIND: {}}, "description": "The file, for `amigok contest verify`"}
}


@router.get("", responses=problems(ContestNotFound, NoResult))
async def read_result(contest_id: UUID, db: Reader) -> ResultsOut:
    """Shows whether there is a result, what stands for it, and what it has taken the place of."""
    return await queries.of_contest(db, contest_id)


@router.get("/file", response_class=StreamingResponse, responses=_FILE | problems(NoResult))
async def read_result_file(
    contest_id: UUID, db: Reader, statements: Statements, number: Annotated[int | None, Query(ge=1, le=10_000)] = None
) -> StreamingResponse:
    """Returns a result with all that it is computed from, so that everybody can compute it anew, offline."""
    result = await queries.numbered(db, contest_id, number)
    return StreamingResponse(queries.file_of(statements, result), media_type=KIND)
