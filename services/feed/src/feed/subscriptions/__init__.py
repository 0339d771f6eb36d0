"""Subscriptions: which package an owner has chosen for an animal."""

from amigok_chassis.service import Noun
from feed.subscriptions.machine import SUBSCRIPTIONS

noun = Noun(machines=[SUBSCRIPTIONS])
