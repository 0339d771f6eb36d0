"""Animals, their feed and their care."""

from amigok_contracts import barn, care, care_visits, farm, farm_claims, feed, medicines
from notification.kinds.categories import ANIMALS, CARE, FEED, SOON
from notification.kinds.kind import Kind
from notification.kinds.recipients import administrators, each, owner, user

_OWNER = user("owner_id")

KINDS = (
    # Animals
    Kind("animal_born", ANIMALS, farm.LivestockBorn, _OWNER, "animal", within=SOON, topic="dam_id"),
    Kind(
        "animal_weighed",
        ANIMALS,
        farm.LivestockWeighed,
        owner(at="measured_at"),
        "animal measured_kg",
        once="weighing_id",
        within=SOON,
    ),
    Kind("animal_died", ANIMALS, farm.LivestockDied, _OWNER, "animal died_at", once="death_id", urgent=True),
    Kind("animal_reinstated", ANIMALS, farm.LivestockReinstated, _OWNER, "animal", once="death_id", urgent=True),
    Kind(
        "animal_moved",
        ANIMALS,
        farm.LivestockMoved,
        owner(at="moved_at"),
        "animal farm_name",
        once="livestock_id moved_at",
        within=SOON,
        topic="farm_id",
    ),
    Kind("animal_removed", ANIMALS, farm.LivestockRemoved, user("previous_owner_id"), "animal fee", once="removal_id"),
    Kind("animal_reclaimed", ANIMALS, farm.LivestockReclaimed, user("previous_owner_id"), "animal", once="dispute_id"),
    Kind("removal_scheduled", ANIMALS, farm.RemovalScheduled, _OWNER, "animal scheduled_on fee"),
    Kind("removal_rejected", ANIMALS, farm.RemovalRejected, _OWNER, "animal"),
    Kind("insurance_claim_approved", ANIMALS, farm_claims.InsuranceClaimApproved, _OWNER, "animal payout"),
    Kind(
        "animal_treated",
        ANIMALS,
        medicines.TreatmentGiven,
        owner(at="administered_at"),
        "animal medicine_name",
        once="treatment_id",
        within=SOON,
    ),
    # Feed
    Kind("feed_unpaid", FEED, feed.PeriodUnpaid, _OWNER, "animal price", once="period_id tries"),
    Kind("feed_ended", FEED, feed.SubscriptionEnded, _OWNER, "animal reason"),
    Kind(
        "meals_missed",
        FEED,
        barn.MealsMissed,
        each("meals", "owner_id"),
        "farm due_at",
        once="farm_id due_at",
        within=SOON,
        topic="farm_id",
    ),
    Kind(
        "feed_recalled",
        FEED,
        barn.LotRecalled,
        each("animals", "owner_ids"),
        "ingredient lot_number",
        once="lot_id",
        urgent=True,
    ),
    # Care
    Kind("care_quoted", CARE, care.CareQuoted, _OWNER, "animal estimate"),
    Kind("care_unpaid", CARE, care.CarePaymentRefused, _OWNER, "animal amount", once="request_id aggregate_version"),
    Kind(
        "care_scheduled",
        CARE,
        care.CareScheduled,
        user("owner_id", "veterinarian_id"),
        "animal starts_at",
        once="request_id starts_at veterinarian_id",
    ),
    Kind(
        "care_handed_over",
        CARE,
        care_visits.CareHandedOver,
        user("owner_id", "veterinarian_id", "previous_veterinarian_id"),
        "animal starts_at",
        once="request_id veterinarian_id starts_at",
    ),
    Kind(
        "care_unscheduled",
        CARE,
        care_visits.CareUnscheduled,
        user("owner_id", "veterinarian_id"),
        "animal",
        once="request_id aggregate_version",
    ),
    Kind("care_more_asked", CARE, care.CareMoreAsked, _OWNER, "animal amount", once="payment_id"),
    Kind("care_completed", CARE, care.CareCompleted, _OWNER, "animal cost"),
    Kind("care_cancelled", CARE, care.CareCancelled, user("owner_id", "veterinarian_id"), "animal"),
    Kind("care_declined", CARE, care.CareDeclined, _OWNER, "animal"),
    Kind("vaccination_due", CARE, care_visits.CareVaccinationReminded, _OWNER, "animal service_name due_on"),
    Kind(
        "emergency_raised",
        CARE,
        care_visits.CareEmergencyRaised,
        user("owner_id", "veterinarian_id"),
        "animal",
        urgent=True,
    ),
    Kind(
        "emergency_called",
        CARE,
        care_visits.CareEmergencyEscalated,
        user("veterinarian_id"),
        "animal answer_by",
        once="request_id veterinarian_id answer_by",
        urgent=True,
    ),
    Kind("emergency_taken", CARE, care_visits.CareEmergencyTaken, _OWNER, "animal"),
    Kind(
        "emergency_unanswered", CARE, care_visits.CareEmergencyUnanswered, administrators, "animal calls", urgent=True
    ),
    Kind(
        "medicine_recalled",
        CARE,
        medicines.BatchRecalled,
        each("recipients", "owner_id"),
        "medicine_name batch_number",
        urgent=True,
    ),
)
