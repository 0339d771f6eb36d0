"""Accounts of users and of the platform: opened before money moves, locked in one order."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from wallet.accounts import handlers

noun = Noun(consumes={"users": [handlers.user_email_verified, standing_changed]})
