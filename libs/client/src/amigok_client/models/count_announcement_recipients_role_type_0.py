from typing import Literal

CountAnnouncementRecipientsRoleType0 = Literal["admin", "farm_staff", "gamer", "investor", "veterinarian"]

COUNT_ANNOUNCEMENT_RECIPIENTS_ROLE_TYPE_0_VALUES: set[CountAnnouncementRecipientsRoleType0] = {
    "admin",
    "farm_staff",
    "gamer",
    "investor",
    "veterinarian",
}


def check_count_announcement_recipients_role_type_0(value: str) -> CountAnnouncementRecipientsRoleType0:
    if value in COUNT_ANNOUNCEMENT_RECIPIENTS_ROLE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COUNT_ANNOUNCEMENT_RECIPIENTS_ROLE_TYPE_0_VALUES!r}")
