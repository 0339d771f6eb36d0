"""Notices: what each user was told, as their inbox shows it."""

from amigok_chassis.invariants import Holds
from amigok_chassis.service import Noun
from notification.notices import api, jobs
from notification.notices.models import Notice
from notification.people.forgetting import forgets, sweeps

noun = Noun(
    routers=[api.router],
    consumes={"people": [forgets(Notice)]},
    jobs=[jobs.forget_notices, sweeps(Notice)],
    invariants=[
        Holds(
            "sizes_of_groups",
            "SELECT head.id, 1 + count(member.id) AS expected, head.size AS found FROM notices head "
            "LEFT JOIN notices member ON member.head_id = head.id WHERE head.head_id IS NULL "
            "GROUP BY head.id HAVING head.size <> 1 + count(member.id)",
        ),
    ],
)
