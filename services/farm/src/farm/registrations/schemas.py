"""Registrations over HTTP."""

from farm.livestock.schemas import LivestockIn
from farm.schemas import FieldIn


class RegistrationIn(LivestockIn, FieldIn):
    """An animal that is registered on its own."""
