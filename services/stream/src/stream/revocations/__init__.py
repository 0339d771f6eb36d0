"""What was given and is no longer good: links to live video and the sessions of publishers, before they expire.

Its handlers look at what was known before an event, so the noun is listed before those that store it.
"""

from amigok_chassis.service import Noun
from stream.revocations import handlers, jobs

noun = Noun(
    consumes={
        "animals": handlers.ANIMALS,
        "farms": [handlers.staff_changed],
        "people": [handlers.standing_changed],
    },
    jobs=[jobs.prune_revocations],
)
