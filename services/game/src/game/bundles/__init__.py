"""Result files: what a result is made of, in a form that everybody can check."""

from amigok_chassis.service import Noun

noun = Noun()
