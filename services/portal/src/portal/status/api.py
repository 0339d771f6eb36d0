"""The status over HTTP."""

from fastapi import APIRouter, Response

from amigok_chassis.context import InContext
from portal.status.errors import PartlyDown
from portal.status.schemas import StatusOut
from portal.status.service import SECONDS, Watch

router = APIRouter(include_in_schema=False)


@router.get("/status")
async def status(context: InContext, response: Response) -> StatusOut:
    """Returns the state of each service; a problem with the same members where one is down."""
    found = await context.once(Watch).status()
    if found.status == "down":
        raise PartlyDown(**found.model_dump(mode="json", exclude={"status"}))
    response.headers["Cache-Control"] = f"public, max-age={SECONDS}"
    return found
