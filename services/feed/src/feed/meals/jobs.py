"""What time triggers."""

from amigok_chassis.service import every
from feed.meals import basics

plan_basic_rations = every(seconds=60)(basics.plan_basic_rations)
