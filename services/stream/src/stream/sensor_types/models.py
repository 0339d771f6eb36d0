"""Types of what sensors measure."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base

Kind = Literal["gauge", "counter", "state"]
"""A gauge goes up and down, a counter only up until it starts again, a state is one of a few whole numbers."""

FARTHEST = 1e12
"""No value lies farther from 0, so that sums of many stay finite."""


class SensorType(Base):
    """A quantity, in the one unit in which it is stored, and the range beyond which a value cannot be true.

    `shown_to_owners` says that owners see it of the area in which their animal is.
    """

    __tablename__ = "sensor_types"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(50))
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[Kind] = mapped_column(String(10))
    unit: Mapped[str] = mapped_column(String(20))
    minimum: Mapped[float]
    maximum: Mapped[float]
    shown_to_owners: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]

    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint(f"minimum <= maximum AND minimum >= -{FARTHEST} AND maximum <= {FARTHEST}", name="range"),
    )

    def is_plausible(self, value: float) -> bool:
        """Whether a value in the type's unit may be true."""
        whole = self.kind != "state" or value.is_integer()
        return whole and self.minimum <= value <= self.maximum
