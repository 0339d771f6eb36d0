"""Authenticator apps and recovery codes, and how often wrong ones may be entered."""

from amigok_chassis.service import Noun

noun = Noun()
