"""What all tables of the wallet share."""

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from amigok_chassis.tables import CONVENTION


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)
