"""What payers have agreed to pay the platform again and again, such as the price of each period of a subscription."""

from amigok_chassis.service import Noun

noun = Noun()
