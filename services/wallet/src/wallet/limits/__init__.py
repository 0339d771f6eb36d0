"""How much other services may ask of a user, by what it is for."""

from amigok_chassis.service import Noun

noun = Noun()
