from amigok_chassis.service import Service
from toy import api, handlers
from toy.models import Base

service = Service(
    name="toy",
    routers=[api.router, api.by_role],
    consumes={"notes": [handlers.note_written]},
    metadata=Base.metadata,
)
