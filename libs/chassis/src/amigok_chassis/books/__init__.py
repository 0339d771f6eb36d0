"""What a service has settled, stated every hour, window by window, for whoever keeps the ledger."""

from amigok_chassis.books.models import StatedWindow
from amigok_chassis.books.service import Statements, settled

__all__ = ["StatedWindow", "Statements", "settled"]
