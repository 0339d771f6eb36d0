"""What people did to what is not theirs, in a chain that shows when an entry was changed or is missing (ADR 14)."""

from amigok_chassis.audit.log import DELETION, forget, picture, record, unchanged
from amigok_chassis.audit.models import Values

__all__ = ["DELETION", "Values", "forget", "picture", "record", "unchanged"]
