"""What veterinarians prescribe while they care for an animal."""

from amigok_chassis.service import Noun
from care.prescriptions import api, jobs
from care.prescriptions.machine import PRESCRIPTIONS

noun = Noun(routers=[api.router, api.vet], jobs=[jobs.cancel_undispensed], machines=[PRESCRIPTIONS])
