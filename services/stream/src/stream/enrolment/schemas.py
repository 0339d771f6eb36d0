"""Devices over HTTP, as people see them."""

from datetime import datetime
from ipaddress import ip_address
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from amigok_chassis.schemas import In, Name, NearMoment, Out, Version
from amigok_chassis.text import Line
from stream.devices.schemas import Serial

Status = Literal["waiting", "online", "offline", "revoked"]
"""`waiting`: it has to register, for the first time or again."""

Capability = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Capabilities = Annotated[
    list[Capability],
    Field(
        max_length=50,
        description="What it can do; also the kinds of commands that it understands besides `restart`",
        examples=[["detection", "night_vision", "restart_stream", "take_snapshot"]],
    ),
]


def _spelled(address: str) -> str:
    return str(ip_address(address))


IpAddress = Annotated[Line, Field(min_length=2, max_length=45, examples=["192.168.10.20"]), AfterValidator(_spelled)]
LocalAddress = Annotated[
    Line,
    Field(
        min_length=1,
        max_length=500,
        description="Its server in the barn: stored and shown, never connected to",
        examples=["rtmp://192.168.10.20/live"],
    ),
]


class DeviceFields(In):
    """What a device is and where it stands. Addresses are only shown to administrators."""

    name: Name
    farm_id: UUID
    capabilities: Capabilities = []
    ip_address: IpAddress | None = None
    local_address: LocalAddress | None = None


class DeviceIn(DeviceFields):
    """A device to be enrolled: it registers with the claim secret in the answer."""

    serial: Serial


class DeviceChange(DeviceFields):
    """The whole device as it is to be. On another farm its cameras lose their areas and animals."""

    version: Version


class MaintenanceIn(In):
    """From when until when nothing is said of the device's silence: a month at most."""

    begins_at: NearMoment
    ends_at: NearMoment

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 < (self.ends_at - self.begins_at).total_seconds() <= 31 * 86_400:
            raise ValueError("it ends after it begins, within 31 days")
        return self


class FarmDeviceOut(Out):
    """A device of a farm. `status` follows from when it was last heard: `heard_at`."""

    id: UUID
    name: str = Field(examples=["North barn"])
    serial: str = Field(examples=["JN-0421-7731"])
    farm_id: UUID
    capabilities: list[str] = Field(examples=[["detection", "night_vision"]])
    status: Status
    heard_at: datetime | None
    online_since: datetime | None = Field(description="Since when it was never silent for long; null: it is not online")
    model_version: str | None = Field(examples=["sheep-2.4.1"])
    in_maintenance: bool
    maintenance_from: datetime | None
    maintenance_until: datetime | None


class DeviceDetails(FarmDeviceOut):
    """What administrators see in addition."""

    ip_address: str | None = Field(examples=["192.168.10.20"])
    local_address: str | None = Field(examples=["rtmp://192.168.10.20/live"])
    claim_expires_at: datetime | None = Field(description="Until when it may register; null: there is no open claim")
    registered_at: datetime | None
    revoked_at: datetime | None
    created_at: datetime
    version: int


class DeviceClaimOut(DeviceDetails):
    """A device with its new claim secret, told this once."""

    claim_secret: str = Field(examples=["p3Xq9sT1vW5yZ7bC2dF4gH6jK8mN0qR2tV4wX6zA8cE"])
