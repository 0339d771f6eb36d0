"""Imports and exports over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.spreadsheets import RESPONSES, download
from farm.imports import export, service
from farm.imports.errors import EmptyImport, ImportNotFound, MalformedCsv, NotUtf8, TooManyRows, WrongColumns
from farm.imports.schemas import ImportOut, RowErrorOut
from farm.imports.upload import MAX_BODY_BYTES, uploaded

admin = APIRouter(prefix="/api/v1/admin/livestock", dependencies=[Depends(requires("admin"))])

_FILE = {"type": "string", "format": "binary"}
_FORM = {"type": "object", "properties": {"file": _FILE}, "required": ["file"]}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"text/csv": {"schema": _FILE}, "multipart/form-data": {"schema": _FORM}},
    }
}


@admin.post(
    "/imports",
    status_code=202,
    openapi_extra=_BODY,
    max_body_size=MAX_BODY_BYTES,
    responses=problems(WrongColumns, EmptyImport, MalformedCsv, NotUtf8, TooManyRows),
)
async def import_livestock(
    me: CurrentUser, file: Annotated[bytes, Depends(uploaded)], db: Session, dry_run: Annotated[bool, Query()] = False
) -> ImportOut:
    """Accepts a CSV file of up to 20,000 animals, which is imported soon. A dry run only reports.

    Columns: farm, breed and optionally type (each by name or id), tag_number, unique_id_card, eid, sex, date_of_birth,
    weight_kg, price_per_kg, currency. An animal that exists with the same data is skipped, so a file may be sent again.
    Columns without a name are ignored.
    """
    return await service.accept(db, file, requested_by=me.id, dry_run=dry_run)


@admin.get("/imports/{import_id}", responses=problems(ImportNotFound))
async def get_import(import_id: UUID, db: Reader) -> ImportOut:
    """Returns the progress of an import."""
    return await service.show(db, import_id)


@admin.get("/imports/{import_id}/errors", responses=problems(ImportNotFound))
async def list_import_errors(import_id: UUID, page: PageRequest, db: Reader) -> Page[RowErrorOut]:
    """Lists what was wrong with each refused row, first row first."""
    return await service.errors(db, page, import_id)


@admin.get(
    "/imports/{import_id}/errors.csv", response_class=StreamingResponse, responses=RESPONSES | problems(ImportNotFound)
)
async def download_import_errors(import_id: UUID, reader: Reader, db: Statements) -> StreamingResponse:
    """Returns what was wrong with each refused row as CSV."""
    await service.show(reader, import_id)
    return download(export.errors(db, import_id), "errors.csv")


@admin.get("/export", response_class=StreamingResponse, responses=RESPONSES)
async def export_livestock(
    db: Statements,
    decimal_comma: Annotated[bool, Query(description="Use decimal commas, and semicolons between cells")] = False,
) -> StreamingResponse:
    """Returns all animals as CSV, with the columns of an import.

    Cells that a spreadsheet would change have an apostrophe in front, so that a file that it saved can be imported.
    """
    return download(export.animals(db, decimal_comma=decimal_comma), "livestock.csv")
