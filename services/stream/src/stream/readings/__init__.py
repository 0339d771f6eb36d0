"""Readings of sensors: taken in, summed by hour and day, shown as charts."""

from amigok_chassis.service import Noun
from stream.readings import api, jobs
from stream.readings.invariants import INVARIANTS
from stream.readings.models import READINGS

noun = Noun(
    routers=[api.router],
    jobs=[READINGS.job, jobs.trim_refused_readings, jobs.trim_sums_of_readings],
    invariants=INVARIANTS,
)
