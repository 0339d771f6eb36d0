"""Devices over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from notification.devices import service
from notification.devices.errors import DeviceNotFound, UnknownPushService
from notification.devices.schemas import DeviceIn, DeviceOut, DevicesOut, WebPushKeyOut
from notification.senders.service import vapid

router = APIRouter(prefix="/api/v1/notifications/devices", tags=["notification"])


@router.post("", status_code=201, responses=problems(AccountInactive, UnknownPushService))
async def register_notification_device(body: DeviceIn, me: CurrentUser, db: Session) -> DeviceOut:
    """Has messages sent to this browser or phone. Send it again with each start of the app, and after signing in."""
    return DeviceOut.model_validate(await service.register(db, me.id, body))


@router.get("")
async def list_notification_devices(me: CurrentUser, db: Reader) -> DevicesOut:
    """Your browsers and phones that get messages."""
    devices = await service.listed(db, me.id)
    return DevicesOut(items=[DeviceOut.model_validate(device) for device in devices])


@router.get("/web-push-key")
async def read_web_push_key(me: CurrentUser, context: InContext) -> WebPushKeyOut:
    """The key with which a browser subscribes."""
    return WebPushKeyOut(public_key=vapid(context).public)


@router.delete("/{device_id}", status_code=204, responses=problems(DeviceNotFound))
async def remove_notification_device(device_id: UUID, me: CurrentUser, db: Session) -> None:
    """Has no more messages sent to it: for example when signing out."""
    await service.remove(db, me.id, device_id)
