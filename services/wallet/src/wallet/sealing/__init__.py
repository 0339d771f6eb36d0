"""Transfers sealed into a chain that shows when what was posted is changed, missing or slipped in later."""

from amigok_chassis.service import Noun
from wallet.sealing import jobs
from wallet.sealing.service import UNSEALED_AGE, oldest

noun = Noun(jobs=[jobs.seal_transfers, jobs.seal_latecomers], gauges={UNSEALED_AGE: oldest})
