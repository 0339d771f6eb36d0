"""What is published about users: all that decides what they may do."""

from amigok_chassis.service import Noun

noun = Noun()
