"""Judges readings: what sensors measured becomes alarms and excursions."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from stream.judgements import jobs, queries
from stream.judgements.invariants import INVARIANTS

noun = Noun(
    jobs=[jobs.judge_silences, jobs.judge_what_changed],
    tasks=[jobs.judge_readings],
    gauges={STUCK: queries.stuck},
    invariants=INVARIANTS,
)
