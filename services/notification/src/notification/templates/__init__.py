"""Templates: what a kind says in each language. The texts are in `texts`, in Fluent (projectfluent.org)."""

from amigok_chassis.service import Noun
from notification.templates import api

noun = Noun(routers=[api.router])
"""Administrators see what people are told."""
