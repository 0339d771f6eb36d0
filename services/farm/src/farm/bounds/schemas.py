"""Bounds over HTTP."""

from pydantic import BaseModel

from farm.bounds.rules import Bounds
from farm.schemas import In, Version, Weight


class BoundsIn(In):
    """All bounds of a type as they shall be, and the type's version that they were read with."""

    version: Version
    bounds: Bounds


class TypicalWeightIn(In):
    """What animals of a breed weigh grown, null if that is not known, and the breed's version that you have read."""

    version: Version
    typical_weight_kg: Weight | None


class BoundsOut(BaseModel):
    version: int
    bounds: Bounds
