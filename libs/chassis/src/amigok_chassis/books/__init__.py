"""What a service has settled, stated every hour, window by window, so that the wallet can compare its ledger."""

from amigok_chassis.books.models import StatedWindow
from amigok_chassis.books.service import Statements

__all__ = ["StatedWindow", "Statements"]
