from typing import Literal

NotificationListProposalsStateType0 = Literal["approved", "expired", "open", "rejected", "withdrawn"]

NOTIFICATION_LIST_PROPOSALS_STATE_TYPE_0_VALUES: set[NotificationListProposalsStateType0] = {
    "approved",
    "expired",
    "open",
    "rejected",
    "withdrawn",
}


def check_notification_list_proposals_state_type_0(value: str) -> NotificationListProposalsStateType0:
    if value in NOTIFICATION_LIST_PROPOSALS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_LIST_PROPOSALS_STATE_TYPE_0_VALUES!r}")
