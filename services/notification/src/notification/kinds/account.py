"""Reports and accounts."""

from amigok_contracts import analytics, identity, wallet
from notification.kinds.categories import ACCOUNT, NEWS, REPORTS
from notification.kinds.kind import Kind
from notification.kinds.recipients import user

_USER = user("user_id")

KINDS = (
    # Reports
    Kind("report_ready", REPORTS, analytics.ReportReady, _USER, "kept_until"),
    Kind("report_failed", REPORTS, analytics.ReportFailed, _USER),
    # Account
    Kind("announcement", NEWS, None, args="title text"),
    Kind("welcome", NEWS, identity.UserEmailVerified, _USER),
    Kind(
        "credentials_changed",
        ACCOUNT,
        identity.UserCredentialsChanged,
        _USER,
        "what changed_at",
        once="what changed_at",
    ),
    Kind("exit_noticed", ACCOUNT, wallet.ExitNoticed, _USER, "amount reason"),
    Kind("withdrawal_requested", ACCOUNT, wallet.WithdrawalRequested, _USER, "amount"),
    Kind("kyc_approved", ACCOUNT, identity.KycApproved, _USER, once="submission_id"),
    Kind("kyc_rejected", ACCOUNT, identity.KycRejected, _USER, once="submission_id"),
    Kind("role_changed", ACCOUNT, identity.UserRoleChanged, _USER, "role", once="user_id aggregate_version"),
    Kind("deactivated", ACCOUNT, identity.UserDeactivated, _USER, once="user_id aggregate_version"),
    Kind("reactivated", ACCOUNT, identity.UserReactivated, _USER, once="user_id aggregate_version"),
    Kind("deletion_requested", ACCOUNT, identity.UserDeletionRequested, _USER, once="request_id"),
)
