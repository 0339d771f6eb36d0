"""How the status of a user's proof of identity changes."""

from amigok_chassis.machine import Machine, WrongState, step
from identity.kyc.errors import KycClosed
from identity.users.models import KYC_STATUSES

PROOFS = Machine(
    "proofs-of-identity",
    states=KYC_STATUSES,
    steps={
        "register": step(None, to="not_submitted", by="user"),
        "submit": step("not_submitted", "rejected", to="pending", by="user", then=["identity.kyc.submitted"]),
        "approve": step("pending", to="approved", by="admin", then=["identity.kyc.approved"]),
        "reject": step("pending", to="rejected", by="admin", then=["identity.kyc.rejected"]),
        "withdraw": step("pending", to="not_submitted", by="deletion"),
    },
    meanings={
        "approved": "an administrator has confirmed who the user is",
        "not_submitted": "nothing waits for a decision; `withdraw` happens when the account is deleted meanwhile",
    },
)


def moved(status: str | None, action: str) -> str:
    """The status after a step. Raises KycClosed."""
    try:
        return PROOFS.follow(action, status)
    except WrongState as error:
        raise KycClosed(f"This cannot be done while the status is {status}.", kyc_status=status) from error
