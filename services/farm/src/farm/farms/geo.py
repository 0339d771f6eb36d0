"""Places on earth: degrees of WGS 84, distances on a sphere."""

from typing import Any

from sqlalchemy import ColumnElement, Float, func, literal
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import UserDefinedType

from amigok_chassis.places import Place

Location = ColumnElement[str] | InstrumentedAttribute[str]


class Geography(UserDefinedType[str]):
    """A PostGIS point on the ellipsoid, WGS 84."""

    cache_ok = True

    def __init__(self, *_: Any) -> None:
        """Reflection passes the parameters of the type, which are always the same."""

    def get_col_spec(self, **_: Any) -> str:
        return "geography(Point,4326)"


# Reflection does not know PostGIS: without this name, comparing migrations and tables would only warn.
ischema_names["geography"] = Geography


class Point(Place):
    """A place on earth as PostGIS knows it."""

    @property
    def sql(self) -> ColumnElement[str]:
        """The point as a PostGIS value."""
        point = func.st_makepoint(literal(self.longitude, Float), literal(self.latitude, Float))
        return func.geography(func.st_setsrid(point, 4326), type_=Geography)

    def distance(self, location: Location) -> ColumnElement[float]:
        """The distance in metres on a sphere, up to 0.5 % off. A GiST index finds the nearest locations by it."""
        return location.op("<->", return_type=Float())(self.sql)

    def within(self, location: Location, km: float) -> ColumnElement[bool]:
        """Whether the location is at most this far away, on the same sphere."""
        return func.st_dwithin(location, self.sql, km * 1000, False)
