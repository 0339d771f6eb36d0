"""The control API under `/_control`, for tests and operators: what happens to a device on a farm."""

import os
import signal
from datetime import timedelta
from typing import Any

import httpx
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

from tests.simulators.jetson.device import Device
from tests.simulators.jetson.setup import View


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Claim(_Body):
    serial: str
    claim: str


class Views(_Body):
    views: list[View]


class Net(_Body):
    up: bool


class Drift(_Body):
    seconds: float


class Shown(_Body):
    sensor: str
    value: float | None


class Seen(_Body):
    camera_id: str
    cards: list[str]
    confidence: float | None = None
    image: bool = False


def app(device: Device) -> FastAPI:
    """The application that controls this device."""
    made = FastAPI(openapi_url=None, exception_handlers={httpx.HTTPError: _failed})
    made.include_router(_router(device), prefix="/_control")
    return made


async def _failed(_: Request, error: Exception) -> JSONResponse:
    told = error.response.text if isinstance(error, httpx.HTTPStatusError) else str(error)
    return JSONResponse({"error": told}, 502)


def _router(device: Device) -> APIRouter:
    router = APIRouter()

    @router.get("/state")
    async def state() -> dict[str, Any]:
        return {
            "serial": device.identity.serial,
            "device_id": device.identity.id,
            "is_up": device.network.is_up,
            "publishing": device.video.publishing,
            "waiting": len(device.spool.waiting()),
            "counter": device.spool.counter,
            "mqtt": device.broker.is_connected,
            "sent_by_mqtt": device.broker.sent,
            "commands": device.commands.done,
            "refused": device.delivery.refused,
        }

    @router.post("/claim", status_code=204)
    async def claim(body: Claim) -> None:
        await device.begin(body.serial, body.claim)

    @router.post("/views", status_code=204)
    async def views(body: Views) -> None:
        device.set_up(body.views)

    @router.post("/network", status_code=204)
    async def network(body: Net) -> None:
        device.connect(body.up)

    @router.post("/clock", status_code=204)
    async def clock(body: Drift) -> None:
        device.clock.drift = timedelta(seconds=body.seconds)

    @router.post("/sensors", status_code=204)
    async def sensors(body: Shown) -> None:
        device.sensors.tell(body.sensor, body.value)
        await device.measure()

    @router.post("/report", status_code=204)
    async def report() -> None:
        await device.report()

    @router.post("/detections")
    async def detections(body: Seen) -> list[str]:
        return device.sight.see(body.camera_id, body.cards, confidence=body.confidence, image=body.image)

    @router.post("/replay")
    async def replay() -> Any:
        return await device.delivery.replay()

    @router.post("/flip", status_code=204)
    async def flip() -> None:
        device.delivery.flip = True

    @router.post("/wrong-key/{camera_id}")
    async def wrong_key(camera_id: str) -> dict[str, bool]:
        return {"cut": await device.video.attempt(camera_id)}

    @router.post("/hang", status_code=204)
    async def hang() -> None:
        device.hang()

    @router.post("/resume", status_code=204)
    async def resume() -> None:
        device.resume()

    @router.post("/power", status_code=204)
    async def power() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    return router
