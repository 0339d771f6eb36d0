"""Scoring: what facts come to by the rules of a contest. Pure: the same facts give the same figures anywhere."""

from amigok_chassis.service import Noun

noun = Noun()
