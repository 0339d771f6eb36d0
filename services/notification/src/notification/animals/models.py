"""What the farm has published about animals, and who owned each when."""

from sqlalchemy import Index

from amigok_herd import AnimalColumns, OwnershipColumns
from notification.models import Base


class Animal(AnimalColumns, Base):
    """An animal."""

    __tablename__ = "animals"
    __table_args__ = (Index(None, "owner_id", "id"), Index(None, "farm_id", "id"))


class Ownership(OwnershipColumns, Base):
    """Who has owned an animal since when."""

    __tablename__ = "ownerships"
