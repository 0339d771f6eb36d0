"""Money set aside for a purpose, until it is captured or released."""

from amigok_chassis.service import Noun
from wallet.holds import handlers, jobs
from wallet.holds.machine import HOLDS

noun = Noun(
    consumes={"money": handlers.hold.declared() + handlers.release.declared()},
    jobs=[jobs.expire_holds],
    machines=[HOLDS],
)
