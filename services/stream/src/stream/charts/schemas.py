"""Charts over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out
from stream.charts.resolutions import Resolution
from stream.sensor_types.schemas import Unit


class Point(Out):
    """One reading, or all of an hour or day of UTC that began at `at`."""

    at: datetime
    minimum: float
    maximum: float
    mean: float
    count: int


class ChartOut(Out):
    """What a sensor measured, oldest first. `since`: nothing from before is shown to you.

    `next_from` is null unless there are more readings: ask again from there.
    """

    sensor_id: UUID
    unit: Unit
    resolution: Resolution
    since: datetime | None
    points: list[Point]
    next_from: datetime | None = Field(description="From when on to ask for the rest")
