"""Recordings over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field

from amigok_chassis.schemas import In, NearMoment, Out, Reason
from amigok_contracts.stream_recordings import RecordingClass


class RecordingFilter(BaseModel):
    """Which recordings of an animal."""

    since: NearMoment | None = Field(None, description="What ended after this")
    until: NearMoment | None = Field(None, description="What began before this")
    camera_id: UUID | None = Field(None, description="What this camera recorded")
    detected: bool | None = Field(None, description="Whether the animal was detected in it")


Filter = Annotated[RecordingFilter, Query()]


class RecordingOut(Out):
    """A recording of `duration` seconds: the animal was `detected`, or the camera was to show it.

    The thumbnail's link is good for some minutes.
    """

    id: UUID
    camera_id: UUID
    started_at: datetime
    ended_at: datetime
    duration: float
    size: int
    width: int
    height: int
    recording_class: RecordingClass
    detected: bool
    is_kept: bool
    thumbnail_url: str


class FileLink(Out):
    """Where a file is, for whoever has the address, until it expires or the right to it ends."""

    url: str
    expires_at: datetime


class ReleaseRecordingIn(In):
    """For which of the animals in the recording: the one that is to be sold."""

    livestock_id: UUID


class HoldIn(In):
    """Why a recording is kept."""

    reason: Reason
