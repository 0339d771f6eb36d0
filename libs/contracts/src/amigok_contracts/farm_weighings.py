"""What the farm publishes of weights for the fleet only: `farm.livestock.weighed` is public and tells of nobody."""

from uuid import UUID

from amigok_contracts.base import Event


class WeighingRecorded(Event, type="farm.weighing.recorded", aggregate="weighing_id"):
    """Who entered a weight."""

    weighing_id: UUID
    livestock_id: UUID
    recorded_by: UUID
