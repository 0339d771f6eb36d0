from amigok_chassis.service import Service, nouns
from wallet.models import Base
from wallet.settings import Settings

# Who is gone is known before what they asked for is given back; a deposit is booked before it funds anything.
NOUNS = """
accounts receivables ledger exits limits recipients transfers deposits holds debts disputes proceeds captures charges
rewards refunds withdrawals corrections settlements statements books sealing solvency proofs closing
"""

service = Service("wallet", nouns("wallet", NOUNS), Base.metadata, Settings, fleet_key=True)
