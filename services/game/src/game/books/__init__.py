"""Books: what game has settled, stated every hour so that the wallet can compare its ledger."""

from amigok_chassis.service import Noun
from game.books.statements import BOOKS

noun = Noun(jobs=[BOOKS.job], invariants=BOOKS.invariants)
