"""The roles of the farm's people."""

FARM_PEOPLE = frozenset({"admin", "farm_staff", "veterinarian"})
"""Whoever works with animals."""

JUDGES = frozenset({"admin", "veterinarian"})
"""Whoever confirms what others have recorded and decides on what they propose."""
