"""Reads the file of a request: its body, or the part `file` of a form."""

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from amigok_chassis.errors import ContentTooLarge
from amigok_chassis.problems import raising
from farm.imports.errors import UnsupportedUpload

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_BODY_BYTES = MAX_FILE_BYTES + 10_000
"""A form adds little to its file."""


@raising(ContentTooLarge, UnsupportedUpload)
async def uploaded(request: Request) -> bytes:
    """Returns the file of a request. Raises UnsupportedUpload, ContentTooLarge."""
    kind = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind == "text/csv":
        content = await request.body()
    elif kind == "multipart/form-data":
        content = await _part(request)
    else:
        raise UnsupportedUpload
    if len(content) > MAX_FILE_BYTES:
        raise ContentTooLarge
    return content


async def _part(request: Request) -> bytes:
    parser = MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=0)
    parser.spool_max_size = MAX_BODY_BYTES  # the service may have no disk to write to
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise UnsupportedUpload(error.message) from error
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise UnsupportedUpload
        return await file.read()
    finally:
        await form.close()
