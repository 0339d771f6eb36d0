"""Whether devices and cameras are there: signs of life, health, and what people are told of it."""

from amigok_chassis.service import Noun
from stream.connectivity import api, invariants, jobs
from stream.connectivity.machine import ABSENCES, CONDITIONS

noun = Noun(
    routers=[api.device, api.admin],
    jobs=[jobs.notice_absences, jobs.announce_connectivity, jobs.forget_absences],
    machines=[ABSENCES, CONDITIONS],
    invariants=invariants.INVARIANTS,
)
