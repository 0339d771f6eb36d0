"""Problems that code names on a way on which they cannot arise: by the function, with the reason."""

_OF_A_ROW = "a row refers to it, so it is there"
_NO_NUMBER = "this changes no number that others could have"
_OPEN_HOLD = "the hold is open as long as what it is for, and money that is held is there"

IMPOSSIBLE: dict[str, tuple[str, str]] = {
    "amigok_chassis.proposals.service.propose": (
        "own_proposal proposal_closed proposer_gone",
        "what was proposed just now is open, and whoever is the only administrator may decide it alone",
    ),
    "amigok_chassis.proposals.service.withdraw": ("own_proposal", "whoever proposed it may withdraw it"),
    "care.bookings.service._name": ("no_visit", "it is given up only while it is scheduled"),
    "care.bookings.service.leave": (
        "own_animal veterinarian_not_suitable wrong_state",
        "nobody is named for it, and it has not begun",
    ),
    "care.payments.models.Payment.move": ("wrong_state", "it asks first, and says whether it moved"),
    "care.farms.guards.require_viewer": ("forbidden", "it is asked for farm people only"),
    "care.reports.service._follow_up": ("unknown_care_service", _OF_A_ROW),
    "care.requests.asking.ask": ("due_date_needed", "it asks for no day, and nothing mandatory"),
    "care.requests.quoting.begin": ("wrong_state", "it was requested just now"),
    "farm.births.confirmation.confirm": ("livestock_not_found", _OF_A_ROW),
    "farm.births.proposals.propose": ("own_behalf", "`admit` has refused owners with `own_animal`"),
    "farm.births.service.store": (
        "eid_taken farm_not_found illegal_movement",
        "the newborn have no history and no EID",
    ),
    "farm.blocks.service.clear": ("livestock_not_found", _OF_A_ROW),
    "farm.claims.service._locked": ("livestock_not_found", _OF_A_ROW),
    "farm.deaths.service.report": ("farm_not_found", _OF_A_ROW),
    "farm.disputes.proposals._locked": ("livestock_not_found", _OF_A_ROW),
    "farm.health.proposals.propose": ("own_behalf", "`admit` has refused owners with `own_animal`"),
    "feed.changes.api.subscribe": ("feed_subscription_not_found", "it shows what it has stored"),
    "farm.imports.service.accept": ("import_not_found", "it shows what it has stored"),
    "farm.pedigree.service._write": ("tag_number_taken unique_id_card_taken", _NO_NUMBER),
    "farm.pedigree.service.propose_correction": ("own_behalf", "owners are refused with `own_animal`"),
    "farm.registrations.api.register_livestock": ("livestock_not_found", "it shows what it has stored"),
    "game.friends.service.ask": ("wrong_state", "it asks, or accepts, only from states that lead there"),
    "game.friends.service.block": ("wrong_state", "it ends only what has not ended"),
    "game.friends.service.end": ("wrong_state", "what has ended is not found"),
    "farm.removals.service._locked": ("livestock_not_found", _OF_A_ROW),
    "farm.removals.service.complete": ("farm_not_found", _OF_A_ROW),
    "farm.reversions.service._apply": (
        "farm_not_found illegal_movement wrong_state",
        "the death stands, so the animal is dead, in a farm that is there",
    ),
    "farm.reversions.service.propose_reversion": ("own_behalf", "owners are refused with `own_animal`"),
    "farm.weights.proposals.propose": ("own_behalf", "`admit` has refused owners with `own_animal`"),
    "feed.barn.service.record_all": (
        "client_id_reused fed_in_future fed_too_long_ago livestock_gone livestock_not_found meal_logged "
        "meal_not_due other_farm own_animal",
        "each is the verdict on one feeding",
    ),
    "game.endings.service.complete": ("no_result wrong_state", "its result is announced, and it is being judged"),
    "game.judges.service.invite": ("wrong_state", "whoever is invited or has accepted is not asked again"),
    "game.prizes.service.agree": ("wrong_state", "it looks for those that wait for it"),
    "game.results.service.announce": (
        "no_result wrong_state",
        "what was announced has a result; what is lost may leave",
    ),
    "identity.administration.roles.invite": (
        "last_administrator own_behalf user_deleted user_not_found",
        "the account was made just now",
    ),
    "game.entries.registering.register": ("wrong_state", "it was registered just now"),
    "identity.deletions.service._finish": ("kyc_closed wrong_state", "the deletion is open, and a decision stands"),
    "marketplace.listings.api.offer_own": (
        "not_platform_owned second_person_needed",
        "it is for whoever owns the animal, at any price",
    ),
    "marketplace.listings.api.offer_platform": ("account_inactive not_owner", "the platform sells"),
    "marketplace.listings.models.Listing.take": ("wrong_state", "it asks first, and says `listing_not_active`"),
    "marketplace.orders.api.buy": ("not_found", "it shows what it has stored"),
    "marketplace.orders.models.Order.cancel": ("wrong_state", "it asks first, and says `order_not_cancellable`"),
    "marketplace.orders.service._free": ("listing_not_active", "the order reserves the listing"),
    "marketplace.underpriced.service._offer": ("account_inactive not_owner second_person_needed", "the platform sells"),
    "marketplace.underpriced.service.propose": ("account_inactive not_owner", "the platform sells"),
    "payment.payments.checkout.begin": ("payment_not_found", "it was stored just now"),
    "payment.providers.registry.Providers.check": ("webhook_not_verified", "`check` is the breaker's"),
    "payment.refunds.service.request_own": ("refund_goes_nowhere", "an own refund goes where the payment came from"),
    "stream.commands.service.cancel_all": ("wrong_state", "it takes back those that are open"),
    "stream.connectivity.telling._tell_camera": ("wrong_state", "a camera may become whatever it is not"),
    "wallet.corrections.service.credit": ("insufficient_funds", "a credit takes nothing from anybody"),
    "wallet.exits.service.require_open": (
        "daily_limit_exceeded exit_delayed second_factor_required step_up_required",
        "these are about an amount",
    ),
    "wallet.proceeds.service._end": ("hold_ended insufficient_funds wallet_missing", _OPEN_HOLD),
    "wallet.transfers.service._small": ("balance_too_large wallet_missing", "`_neutral` hides them"),
    "wallet.withdrawals.service.give_back": ("hold_ended insufficient_funds wallet_missing", _OPEN_HOLD),
}
