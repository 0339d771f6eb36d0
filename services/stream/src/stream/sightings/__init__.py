"""When each camera has last seen an animal."""

from amigok_chassis.service import Noun

noun = Noun()
