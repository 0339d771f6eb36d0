"""Facts: what happened to animals, from the events of farm, feed, care and wallet."""

from amigok_chassis.service import Noun
from game.facts import handlers

noun = Noun(
    consumes={
        "facts": [
            handlers.livestock_weighed,
            handlers.livestock_priced,
            handlers.livestock_registered,
            handlers.livestock_restated,
            handlers.livestock_died,
            handlers.livestock_reinstated,
            handlers.livestock_transferred,
            handlers.order_paid,
            handlers.period_settled,
            handlers.meal_corrected,
            handlers.care_hold_requested,
            handlers.care_charge_requested,
            handlers.care_captured,
            handlers.care_charged,
            handlers.care_requested,
            handlers.care_completed,
            handlers.care_cancelled,
            handlers.care_declined,
            handlers.checkup_done,
            handlers.treatment_given,
            handlers.dose_missed,
            handlers.feedings_logged,
            handlers.meals_missed,
        ]
    }
)
