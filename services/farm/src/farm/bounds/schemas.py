"""The bounds of livestock types over HTTP."""

from pydantic import BaseModel

from amigok_chassis.schemas import In, Version
from farm.bounds.rules import Bounds


class BoundsIn(In):
    """All bounds of a type as they are to be, and the type's version that you have read."""

    version: Version
    bounds: Bounds


class BoundsOut(BaseModel):
    version: int
    bounds: Bounds
