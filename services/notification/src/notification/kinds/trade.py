"""Orders, listings and money."""

from amigok_contracts import (
    marketplace,
    marketplace_escrow,
    marketplace_listings,
    marketplace_offers,
    marketplace_reviews,
    marketplace_watching,
    payment,
    wallet,
)
from notification.kinds.categories import MONEY, ORDERS, SOON
from notification.kinds.kind import Kind
from notification.kinds.recipients import each, owner, user

_OF_ORDERS = {"purpose": "marketplace.order"}
_USER = user("user_id")
_TOLD = user("recipient_ids")
_MOVE = "offer_id offer_version"
_PARTIES = user("buyer_id", "seller_id")
_CHANGE = "listing_id aggregate_version"

KINDS = (
    # Orders
    Kind("order_placed", ORDERS, marketplace.OrderPlaced, user("buyer_id"), "title price"),
    Kind("order_received", ORDERS, marketplace.OrderPlaced, user("seller_id"), "title price"),
    Kind("order_confirmed", ORDERS, marketplace.OrderConfirmed, user("buyer_id"), "price"),
    Kind(
        "order_completed",
        ORDERS,
        wallet.HoldCaptured,
        user("payer_id"),
        "amount",
        match=_OF_ORDERS,
        once="reference_id",
    ),
    Kind(
        "animal_sold",
        ORDERS,
        wallet.HoldCaptured,
        each("shares", "payee_id"),
        "amount",
        match=_OF_ORDERS,
        once="reference_id",
    ),
    Kind("order_cancelled", ORDERS, marketplace.OrderCancelled, user("payer_id"), "reason"),
    Kind("order_refunded", ORDERS, payment.OrderRefunded, user("buyer_id"), "amount"),
    Kind(
        "listing_removed",
        ORDERS,
        marketplace.ListingRemoved,
        owner(),
        "animal reason",
        when=lambda event: event.reason not in ("sold", "removed_by_seller", "expired"),
    ),
    Kind("order_escrowed", ORDERS, marketplace_escrow.OrderEscrowed, _PARTIES, "price until"),
    Kind("order_undone", ORDERS, marketplace_escrow.OrderUndone, user("payer_id", "seller_id"), "price"),
    Kind("complaint_opened", ORDERS, marketplace_escrow.ComplaintOpened, _PARTIES, "reason decide_by"),
    Kind("complaint_answered", ORDERS, marketplace_escrow.ComplaintAnswered, user("buyer_id")),
    Kind(
        "complaint_reopened",
        ORDERS,
        marketplace_escrow.ComplaintReopened,
        _PARTIES,
        once="complaint_id aggregate_version",
    ),
    Kind("complaint_decided", ORDERS, marketplace_escrow.ComplaintDecided, _PARTIES, "outcome paid"),
    Kind("offer_made", ORDERS, marketplace_offers.OfferMade, _TOLD, "title amount expires_at"),
    Kind("offer_countered", ORDERS, marketplace_offers.OfferCountered, _TOLD, "title amount expires_at", once=_MOVE),
    Kind("offer_accepted", ORDERS, marketplace_offers.OfferAccepted, _TOLD, "title amount", once=_MOVE),
    Kind("offer_declined", ORDERS, marketplace_offers.OfferDeclined, _TOLD, "title amount"),
    Kind("offer_withdrawn", ORDERS, marketplace_offers.OfferWithdrawn, _TOLD, "title amount"),
    Kind("offer_expired", ORDERS, marketplace_offers.OfferExpired, _TOLD, "title amount"),
    Kind("offer_ended", ORDERS, marketplace_offers.OfferEnded, _TOLD, "title reason"),
    Kind("offer_unpaid", ORDERS, marketplace_offers.OfferPaymentFailed, _TOLD, "title amount", once=_MOVE),
    Kind("listing_expiring", ORDERS, marketplace_listings.ListingExpiring, _TOLD, "title expires_at"),
    Kind("listing_expired", ORDERS, marketplace_listings.ListingExpired, _TOLD, "title"),
    Kind(
        "listing_taken_down",
        ORDERS,
        marketplace_watching.ListingTakenDown,
        _TOLD,
        "title reason appeal_until",
        once="takedown_id",
    ),
    Kind("takedown_stands", ORDERS, marketplace_watching.TakedownDecided, _TOLD, "title", match={"stands": True}),
    Kind("takedown_overturned", ORDERS, marketplace_watching.TakedownDecided, _TOLD, "title", match={"stands": False}),
    Kind(
        "report_upheld",
        ORDERS,
        marketplace_watching.ReportsDecided,
        _TOLD,
        "title",
        once=_CHANGE,
        match={"taken_down": True},
    ),
    Kind(
        "report_dismissed",
        ORDERS,
        marketplace_watching.ReportsDecided,
        _TOLD,
        "title",
        once=_CHANGE,
        match={"taken_down": False},
    ),
    # Waiting for an animal
    Kind(
        "price_dropped",
        ORDERS,
        marketplace_watching.WatchPriceDropped,
        _TOLD,
        "title previous_price price",
        once=_CHANGE,
    ),
    Kind(
        "search_matched",
        ORDERS,
        marketplace_watching.SavedSearchMatched,
        each("matches", "user_id"),
        "title price",
        within=SOON,
    ),
    # Reviews
    Kind("review_published", ORDERS, marketplace_reviews.ReviewPublished, user("subject_id"), "rating"),
    Kind("review_hidden", ORDERS, marketplace_reviews.ReviewHidden, user("author_id")),
    # Money
    Kind("payment_completed", MONEY, payment.PaymentCompleted, _USER, "amount"),
    Kind("payment_failed", MONEY, payment.PaymentFailed, _USER, "amount"),
    Kind("refund_completed", MONEY, payment.RefundCompleted, _USER, "amount"),
    Kind("refund_failed", MONEY, payment.RefundFailed, _USER, "amount"),
    Kind("invoice_issued", MONEY, payment.InvoiceIssued, _USER, "number total"),
    Kind("dispute_opened", MONEY, payment.DisputeOpened, _USER, "amount"),
    Kind("dispute_won", MONEY, payment.DisputeWon, _USER, "amount"),
    Kind("dispute_lost", MONEY, payment.DisputeLost, _USER, "amount"),
    Kind("transfer_received", MONEY, wallet.TransferCompleted, user("recipient_id"), "amount"),
    Kind("account_credited", MONEY, wallet.AccountCredited, _USER, "amount", once="transfer_id"),
    Kind("account_corrected", MONEY, wallet.AccountCorrected, _USER, "amount direction", once="transfer_id"),
    Kind("reward_paid", MONEY, wallet.RewardPaid, user("payee_id"), "amount purpose"),
    Kind(
        "hold_expired",
        MONEY,
        wallet.HoldReleased,
        user("payer_id"),
        "amount",
        match={"reason": "expired"},
        once="hold_id",
    ),
    Kind("debt_recorded", MONEY, wallet.DebtRecorded, user("debtor_id"), "amount remaining"),
    Kind(
        "debt_settled",
        MONEY,
        wallet.DebtSettled,
        user("debtor_id"),
        "amount",
        when=lambda event: event.remaining.minor == 0,
    ),
    Kind("withdrawal_rejected", MONEY, wallet.WithdrawalRejected, _USER, "amount reason"),
    Kind("withdrawal_completed", MONEY, wallet.WithdrawalCompleted, _USER, "amount"),
    Kind("withdrawal_failed", MONEY, wallet.WithdrawalFailed, _USER, "amount reason"),
    Kind("withdrawal_returned", MONEY, wallet.WithdrawalReturned, _USER, "amount reason"),
)
