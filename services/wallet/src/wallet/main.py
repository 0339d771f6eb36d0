from amigok_chassis.service import Service, nouns
from wallet.models import Base
from wallet.settings import Settings

# The routes that are asked most come first: each router before them costs a request time. Who is gone is known before
# what they asked for is given back; a deposit is booked before it funds anything.
NOUNS = """
transfers statements accounts receivables ledger exits limits agreements recipients deposits holds debts disputes
proceeds captures charges rewards refunds withdrawals corrections settlements books sealing solvency proofs closing
"""

service = Service("wallet", nouns("wallet", NOUNS), Base.metadata, Settings, fleet_key=True)
