"""What the wallet hears."""

from collections.abc import Mapping, Sequence

from amigok_chassis.service import Handler
from amigok_chassis.standing.handlers import standing_changed
from wallet import handlers
from wallet.animals import handlers as animals
from wallet.books import handlers as books
from wallet.closing import handlers as closing
from wallet.exits import handlers as exits
from wallet.fees import handlers as fees

CONSUMES: Mapping[str, Sequence[Handler]] = {
    "users": [
        *(handlers.user_email_verified, handlers.user_handles_changed, handlers.kyc_approved),
        *(standing_changed, handlers.user_deleted, closing.user_deletion_requested),
    ],
    "orders": [handlers.order_placed, handlers.order_fulfilled, handlers.order_cancelled],
    "payments": [
        *(handlers.payment_completed, handlers.payment_failed, handlers.wallet_payment_requested),
        exits.charge_requested,
        *(handlers.refund_requested, handlers.refund_completed, handlers.refund_failed),
        *(handlers.refund_made_outside, handlers.refund_returned),
        *(handlers.payout_completed, handlers.payout_failed),
        *(handlers.payout_paid_after_all, handlers.payout_returned),
        *(handlers.dispute_opened, handlers.dispute_won, handlers.dispute_lost),
    ],
    "animals": [animals.insurance_claim_approved, animals.livestock_withdrawn],
    "settlements": [fees.settlement_reconciled],
    "books": books.books_stated,
}
