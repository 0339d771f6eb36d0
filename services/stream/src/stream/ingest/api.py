"""How devices start and stop streams."""

from fastapi import APIRouter

from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from stream.cameras.errors import CameraNotFound
from stream.devices.login import CurrentDevice
from stream.ingest import service
from stream.ingest.schemas import StreamIn, StreamOffer, StreamStopped

router = APIRouter(prefix="/api/v1/jetson/stream", tags=["stream"])


@router.post("/start", status_code=201, responses=problems(CameraNotFound))
async def start_stream(body: StreamIn, device: CurrentDevice, db: Session) -> StreamOffer:
    """Gives the device an address and a key with which to publish one camera's video by RTMP (H.264, AAC).

    A device that starts again simply asks again: what it publishes then takes the place of an older session.
    """
    return await service.offer(db, device, body.camera_id)


@router.post("/stop", responses=problems(CameraNotFound))
async def stop_stream(body: StreamIn, device: CurrentDevice, db: Session) -> StreamStopped:
    """Ends the camera's stream within seconds. Repeating the call has no further effect."""
    return StreamStopped(ended=await service.stop(db, device, body.camera_id))
