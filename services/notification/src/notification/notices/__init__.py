"""Notices: what each user was told, as their inbox shows it."""

from amigok_chassis.service import Noun
from notification.notices import api, handlers, jobs

noun = Noun(
    routers=[api.router],
    consumes={"people": [handlers.user_deleted]},
    jobs=[jobs.forget_notices, jobs.sweep_notices],
)
