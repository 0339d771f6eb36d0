"""Books: what payment has settled, stated every hour for the wallet to compare with its ledger."""

from amigok_chassis.service import Noun
from payment.books.statements import BOOKS

noun = Noun(jobs=[BOOKS.job], invariants=BOOKS.invariants)
