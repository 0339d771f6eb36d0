"""What mails and SMS have in common."""

from amigok_chassis.service import Noun

noun = Noun()
