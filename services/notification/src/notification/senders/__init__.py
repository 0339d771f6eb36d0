"""Senders: how a message leaves, one for each channel that the settings name."""

from amigok_chassis.service import Noun

noun = Noun()
