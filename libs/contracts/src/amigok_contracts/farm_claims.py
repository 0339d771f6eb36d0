"""What the farm publishes of insurance claims for animals that died."""

from uuid import UUID

from amigok_contracts.base import Event
from amigok_contracts.money import Money
from amigok_contracts.money_requests import Purpose, RewardRequest

INSURANCE = "farm.insurance"
"""The purpose of rewards for animals that died insured."""


class InsuranceClaimApproved(Event, type="farm.insurance_claim.approved", aggregate="claim_id"):
    """The owner of an animal that died is to be paid this amount, once."""

    claim_id: UUID
    death_id: UUID
    livestock_id: UUID
    owner_id: UUID
    payout: Money


class InsurancePayoutRequested(RewardRequest, Event, type="farm.insurance.payout_requested", aggregate="reference_id"):
    """An insurance claim was approved, and the owner at death is to be paid. The reference is the claim."""

    purpose: Purpose = INSURANCE
