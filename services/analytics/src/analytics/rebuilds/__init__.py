"""Rebuilds: the facts anew from the archive, by the operator's command."""

from amigok_chassis.service import Noun

noun = Noun()
