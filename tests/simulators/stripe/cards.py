"""Stripe's test cards and other ways to pay, and the outcome of each. https://docs.stripe.com/testing"""

from dataclasses import dataclass

DELAYED = {"us_bank_account", "sepa_debit", "bacs_debit", "crypto"}
"""Types that stay `processing` until the money arrives."""
TYPES = {"card", "customer_balance", *DELAYED}


@dataclass(frozen=True)
class Card:
    """`declines`: the code with which a charge is declined. `asks`: whether the payer has to authenticate."""

    brand: str = "visa"
    declines: str | None = None
    asks: bool = False
    attaches: bool = True
    disputed: bool = False


CARDS = {
    "4242424242424242": Card(),
    "5555555555554444": Card(brand="mastercard"),
    "4000000000000002": Card(declines="generic_decline", attaches=False),
    "4000000000009995": Card(declines="insufficient_funds", attaches=False),
    "4000000000009987": Card(declines="lost_card", attaches=False),
    "4000000000009979": Card(declines="stolen_card", attaches=False),
    "4000000000000069": Card(declines="expired_card", attaches=False),
    "4000000000000127": Card(declines="incorrect_cvc", attaches=False),
    "4000000000000119": Card(declines="processing_error", attaches=False),
    "4000000000000341": Card(declines="generic_decline"),
    "4000000000000259": Card(disputed=True),
    "4000002500003155": Card(asks=True),
    "4000002760003184": Card(asks=True),
    "4000000000003220": Card(asks=True),
    "4000008260003178": Card(asks=True, declines="insufficient_funds"),
    "4000008400001629": Card(asks=True, declines="generic_decline"),
}
OWN_CODES = {"expired_card", "incorrect_cvc", "processing_error"}
"""Declines with their own error code. All others have `card_declined`."""

NAMED = {
    "pm_card_visa": "4242424242424242",
    "pm_card_mastercard": "5555555555554444",
    "pm_card_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_chargeDeclinedExpiredCard": "4000000000000069",
    "pm_card_chargeDeclinedIncorrectCvc": "4000000000000127",
    "pm_card_chargeDeclinedProcessingError": "4000000000000119",
    "pm_card_chargeCustomerFail": "4000000000000341",
    "pm_card_createDispute": "4000000000000259",
    "pm_card_authenticationRequired": "4000002760003184",
    "pm_card_authenticationRequiredOnSetup": "4000002500003155",
    "pm_card_threeDSecure2Required": "4000000000003220",
    "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds": "4000008260003178",
}
"""Methods that exist from the start."""
OTHERS = {
    "pm_usBankAccount": "us_bank_account",
    "pm_bankTransfer": "customer_balance",
    "pm_sepaDebit": "sepa_debit",
    "pm_bacsDebit": "bacs_debit",
    "pm_crypto": "crypto",
}
"""The double's own names for methods other than cards."""
