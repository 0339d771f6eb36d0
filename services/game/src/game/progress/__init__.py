"""Progress: compares what players have done with achievements and challenges, soon after they have done it."""

from amigok_chassis.service import Noun
from game.progress import poller

noun = Noun(pollers=[poller.evaluate_player])
