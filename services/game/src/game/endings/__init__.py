"""Endings: from the end of a contest to its final result."""

from amigok_chassis.service import Noun
from game.endings import api, handlers, poller

noun = Noun(
    routers=[api.admin],
    consumes={"endings": [handlers.contest_ended, handlers.result_corrected]},
    pollers=[poller.end_contest],
)
