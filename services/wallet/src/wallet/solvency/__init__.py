"""Proofs of liabilities: what the platform owes its users is published daily, and each can check their part in it."""

from amigok_chassis.service import Noun
from wallet.solvency import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.publish_liabilities])
