"""What time triggers."""

from amigok_chassis.service import every
from care.requests import deciding

admit_overdue = every(seconds=60)(deciding.admit_overdue)
