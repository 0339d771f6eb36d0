from amigok_chassis.service import Noun, Service
from toy import api, handlers, renaming
from toy.models import Base

service = Service(
    name="toy",
    nouns=[
        Noun(
            routers=[api.router, api.by_role, renaming.router],
            consumes={"notes": [handlers.note_written]},
            proposals=(renaming.RENAMING,),
        )
    ],
    metadata=Base.metadata,
)
