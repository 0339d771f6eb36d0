"""What time triggers."""

from amigok_chassis.service import every
from marketplace.orders import service

enforce_deadlines = every(seconds=1)(service.enforce_deadlines)
