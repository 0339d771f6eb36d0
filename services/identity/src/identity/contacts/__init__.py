"""How users may be told things: what they consent to is published, sealed, and nothing else."""

from amigok_chassis.service import Noun
from identity.contacts import api

noun = Noun(routers=[api.router])
