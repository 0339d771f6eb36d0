"""Bounds over HTTP."""

from pydantic import BaseModel

from farm.bounds.rules import Bounds
from farm.schemas import In, Version


class BoundsIn(In):
    """All bounds of a type as they shall be, and the type's version that they were read with."""

    version: Version
    bounds: Bounds


class BoundsOut(BaseModel):
    version: int
    bounds: Bounds
