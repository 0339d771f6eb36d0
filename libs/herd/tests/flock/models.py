from datetime import datetime

from sqlalchemy import DateTime, Index, MetaData
from sqlalchemy.orm import DeclarativeBase

from amigok_chassis.tables import CONVENTION
from amigok_herd import AnimalColumns, BreedColumns, FarmColumns, LivestockTypeColumns, OwnershipColumns


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {datetime: DateTime(timezone=True)}


class Animal(AnimalColumns, Base):
    __tablename__ = "animals"
    __table_args__ = (Index(None, "owner_id", "id"), Index(None, "farm_id", "id"))


class Ownership(OwnershipColumns, Base):
    __tablename__ = "ownerships"


class Farm(FarmColumns, Base):
    __tablename__ = "farms"


class LivestockType(LivestockTypeColumns, Base):
    __tablename__ = "livestock_types"


class Breed(BreedColumns, Base):
    __tablename__ = "breeds"
