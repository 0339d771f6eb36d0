"""What the platform pays to users, as other services ask."""

from amigok_chassis.service import Noun
from wallet.rewards import handlers

noun = Noun(consumes={"money": handlers.reward.declared()})
