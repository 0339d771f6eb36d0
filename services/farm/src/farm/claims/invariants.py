"""What holds at rest of insurance claims."""

from amigok_chassis.invariants import Agrees, UnderWay

INVARIANTS = (
    UnderWay("insurance", "SELECT id FROM insurance_claims WHERE state = 'approved' AND paid_at IS NULL"),
    Agrees(
        "insurance.rewarded",
        "approved the payout",
        "SELECT id, owner_id AS payee_id, currency, payout_minor AS minor_units FROM insurance_claims"
        " WHERE paid_at IS NOT NULL",
    ),
)
