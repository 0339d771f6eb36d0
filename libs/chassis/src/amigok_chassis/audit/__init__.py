"""What people did to what is not theirs, in a chain that shows when an entry was changed or is missing (ADR 14)."""

from amigok_chassis.audit.log import DELETION, forget, picture, record

__all__ = ["DELETION", "forget", "picture", "record"]
