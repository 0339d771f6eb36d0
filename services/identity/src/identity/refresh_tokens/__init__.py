"""The chain of refresh tokens that keeps a session alive."""

from amigok_chassis.service import Noun

noun = Noun()
