"""What the status refuses."""

from amigok_chassis.errors import Unavailable


class PartlyDown(Unavailable):
    """Part of the fleet is down."""
