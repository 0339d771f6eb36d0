"""What identity says of users that decides what they may do: one read model for every service that needs it."""

from amigok_chassis.standing.models import Standing
from amigok_chassis.standing.service import AccountInactive, keep, of, of_many, require_active

__all__ = ["AccountInactive", "Standing", "keep", "of", "of_many", "require_active"]
