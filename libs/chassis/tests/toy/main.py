from amigok_chassis.service import Service
from toy import api, handlers, renaming
from toy.models import Base

service = Service(
    name="toy",
    routers=[api.router, api.by_role, renaming.router],
    consumes={"notes": [handlers.note_written]},
    metadata=Base.metadata,
    proposals=(renaming.RENAMING,),
)
