"""The audit log: what people did by their role, in a chain that shows changed and missing entries (ADR 14)."""

from amigok_chassis.audit.log import DELETION, forget, picture, record, unchanged
from amigok_chassis.audit.models import Values

__all__ = ["DELETION", "Values", "forget", "picture", "record", "unchanged"]
