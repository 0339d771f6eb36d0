"""Recordings: what cameras have shown, who may see it, and how long it is kept."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from stream.recordings import api, handlers, indexing, queries, retention, room, storing

noun = Noun(
    routers=[api.router, api.staff],
    consumes={"people": [handlers.user_deleted]},
    jobs=[indexing.judge_recordings, retention.remove_recordings],
    tasks=[storing.store_parts, room.watch_room],
    gauges={STUCK: queries.stuck, queries.ASIDE: queries.aside, room.LOW: room.low_disks},
    invariants=queries.INVARIANTS,
)
