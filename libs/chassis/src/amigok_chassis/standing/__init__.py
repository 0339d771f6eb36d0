"""What identity publishes about users that decides what they may do: one read model for all services."""

from amigok_chassis.standing.models import Standing
from amigok_chassis.standing.service import STANDINGS, AccountInactive, keep, of, of_many, require_active

__all__ = ["STANDINGS", "AccountInactive", "Standing", "keep", "of", "of_many", "require_active"]
