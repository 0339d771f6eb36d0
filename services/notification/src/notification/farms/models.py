"""What the farm has published about farms, types and breeds."""

from amigok_herd import BreedColumns, FarmColumns, LivestockTypeColumns
from notification.models import Base


class Farm(FarmColumns, Base):
    """A farm with its staff."""

    __tablename__ = "farms"


class LivestockType(LivestockTypeColumns, Base):
    """A type of livestock."""

    __tablename__ = "livestock_types"


class Breed(BreedColumns, Base):
    """A breed."""

    __tablename__ = "breeds"
