"""Saved ways to pay over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.problems import problems
from payment.methods import service
from payment.methods.errors import SavedMethodNotFound
from payment.methods.schemas import SavedListOut, SavingOut
from payment.providers.protocol import ProviderRefused, ProviderUnavailable
from payment.providers.registry import MethodNotOffered

router = APIRouter(prefix="/api/v1")

MethodId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{3,100}$", description="The provider's id")]


@router.get("/payments/methods", responses=problems(MethodNotOffered, ProviderRefused, ProviderUnavailable))
async def list_saved_methods(me: CurrentUser, context: InContext) -> SavedListOut:
    """Lists your saved cards."""
    return SavedListOut(items=await service.saved(context, user_id=me.id))


@router.post(
    "/payments/methods", status_code=201, responses=problems(MethodNotOffered, ProviderRefused, ProviderUnavailable)
)
async def save_method(me: CurrentUser, context: InContext) -> SavingOut:
    """Begins to save a card."""
    return await service.begin_saving(context, user_id=me.id)


@router.put(
    "/payments/methods/{method_id}/default",
    responses=problems(SavedMethodNotFound, MethodNotOffered, ProviderRefused, ProviderUnavailable),
)
async def prefer_method(method_id: MethodId, me: CurrentUser, context: InContext) -> SavedListOut:
    """Makes a saved card the default."""
    return SavedListOut(items=await service.prefer(context, method_id, user_id=me.id))


@router.delete(
    "/payments/methods/{method_id}",
    status_code=204,
    responses=problems(SavedMethodNotFound, MethodNotOffered, ProviderRefused, ProviderUnavailable),
)
async def forget_method(method_id: MethodId, me: CurrentUser, context: InContext) -> None:
    """Deletes a saved card."""
    await service.forget(context, method_id, user_id=me.id)
