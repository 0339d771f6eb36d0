"""What is published for many rows, some of them in each transaction."""

from amigok_chassis.service import Noun

noun = Noun()
