"""What providers keep for their work, as settlements state it."""

from amigok_chassis.service import Noun
from wallet.settlements import handlers

noun = Noun(consumes={"settlements": [handlers.settlement_reconciled]})
