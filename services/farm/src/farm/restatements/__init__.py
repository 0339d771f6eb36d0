"""The farm says again what is there now, for services that were not there when it happened."""

from amigok_chassis.service import Noun
from farm.restatements import jobs

noun = Noun(tasks=[jobs.restate])
