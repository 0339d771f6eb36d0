"""Saved ways to pay over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from payment.methods import service
from payment.methods.schemas import SavedListOut, SavingOut

router = APIRouter(prefix="/api/v1", tags=["payments"])

MethodId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{3,100}$", description="The provider's id")]


@router.get("/payments/methods")
async def list_saved_methods(me: CurrentUser, context: InContext) -> SavedListOut:
    """Lists your saved cards. 503 `provider_unavailable`."""
    return SavedListOut(items=await service.saved(context, user_id=me.id))


@router.post("/payments/methods", status_code=201)
async def save_method(me: CurrentUser, context: InContext) -> SavingOut:
    """Begins to save a card. 422 `method_not_offered`, 503 `provider_unavailable`."""
    return await service.begin_saving(context, user_id=me.id)


@router.put("/payments/methods/{method_id}/default")
async def prefer_method(method_id: MethodId, me: CurrentUser, context: InContext) -> SavedListOut:
    """Makes a saved card the default. 404 `saved_method_not_found`, 503 `provider_unavailable`."""
    return SavedListOut(items=await service.prefer(context, method_id, user_id=me.id))


@router.delete("/payments/methods/{method_id}", status_code=204)
async def forget_method(method_id: MethodId, me: CurrentUser, context: InContext) -> None:
    """Deletes a saved card. 404 `saved_method_not_found`, 503 `provider_unavailable`."""
    await service.forget(context, method_id, user_id=me.id)
