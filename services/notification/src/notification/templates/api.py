"""Templates over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.problems import problems
from notification.people.languages import Language
from notification.templates import queries
from notification.templates.errors import KindNotFound
from notification.templates.schemas import KindName, PreviewOut, TemplatesOut

router = APIRouter(
    prefix="/api/v1/admin/notifications", tags=["notification"], dependencies=[Depends(requires("admin"))]
)


@router.get("/templates")
async def list_notice_templates() -> TemplatesOut:
    """Lists what people are told, kind by kind."""
    return TemplatesOut(items=queries.listed())


@router.get("/templates/{kind}/preview", responses=problems(KindNotFound))
async def preview_notice_template(
    kind: KindName, language: Language = Language.EN, size: Annotated[int, Query(ge=1, le=1000)] = 1
) -> PreviewOut:
    """Shows a notice in a language, and as a mail; `size` is how many facts it stands for."""
    return queries.preview(kind, language=language.value, size=size)
