## Orders
order_placed = You ordered “{ $title }” for { $price }.
    .title = Order placed
order_received = Somebody wants to buy “{ $title }” for { $price }.
    .title = You have an order
order_confirmed = The price of { $price } is set aside. The farm transfers the animal now.
    .title = Order confirmed
order_completed = The animal is yours. You paid { $amount }.
    .title = Order completed
animal_sold = Your animal was sold for { $amount }. What is yours of it is in your wallet.
    .title = Your animal was sold
order_cancelled = Your order was cancelled: { $reason }. Nothing was taken.
    .title = Order cancelled
order_refunded = { $amount } of an order go back to you.
    .title = Order refunded
listing_removed = { $animal } is no longer for sale: { $reason }.
    .title = Listing removed

order_escrowed = The animal has changed hands. The price of { $price } is held until { $until }, or until the buyer confirms.
    .title = Order in escrow
order_undone = The order was undone: the seller has the animal again, and { $price } are the buyer's.
    .title = Order undone
complaint_opened = There is a complaint about an order: { $reason }. It is decided by { $decide_by }.
    .title = Complaint about an order
complaint_answered = The seller has answered your complaint.
    .title = Complaint answered
complaint_decided = The complaint about an order has ended: { $outcome }. { $paid } of the price are paid to the seller.
    .title = Complaint decided
offer_made = Somebody offers { $amount } for “{ $title }”. Answer by { $expires_at }.
    .title = You have an offer
offer_countered = { $amount } are offered in return for “{ $title }”. Answer by { $expires_at }.
    .title = A counter-offer
offer_accepted = { $amount } for “{ $title }” are agreed. The amount is being held.
    .title = Offer accepted
offer_declined = The offer of { $amount } for “{ $title }” was declined.
    .title = Offer declined
offer_withdrawn = The offer of { $amount } for “{ $title }” was taken back.
    .title = Offer withdrawn
offer_expired = Nobody has answered the offer of { $amount } for “{ $title }” in time.
    .title = Offer expired
offer_ended = Nothing can come of the offer for “{ $title }” any more: { $reason }.
    .title = Offer ended
offer_unpaid = { $amount } for “{ $title }” were agreed but could not be held.
    .title = Offer not paid
listing_expiring = “{ $title }” is for sale until { $expires_at }. Renew it if you still want to sell.
    .title = Your listing ends soon
listing_expired = “{ $title }” is no longer for sale: its time was over.
    .title = Your listing has ended
complaint_reopened = The farm cannot give the animal back. Administrators decide the complaint again.
    .title = Complaint opened again
listing_taken_down = “{ $title }” was taken down: { $reason }. You may appeal until { $appeal_until }.
    .title = Your listing was taken down
takedown_stands = Another administrator has looked at it: “{ $title }” stays down.
    .title = Your appeal was refused
takedown_overturned = “{ $title }” should not have been taken down. It is for sale again, under a new listing.
    .title = Your appeal was right
report_upheld = “{ $title }”, which you reported, was taken down. Thank you.
    .title = What you reported is gone
report_dismissed = “{ $title }”, which you reported, stays: it breaks no rule.
    .title = What you reported stays
price_dropped = “{ $title }” costs { $price } now. It was { $previous_price }.
    .title = A price has dropped
search_matched = { $size ->
    [one] “{ $title }” fits what you look for, at { $price }.
   *[other] { $size } animals fit what you look for, “{ $title }” among them.
 }
    .title = { $size ->
    [one] A new animal for you
   *[other] { $size } new animals for you
 }
review_published = Somebody you traded with gave you { $rating } of 5 stars.
    .title = You have a review
review_hidden = An administrator has hidden a review that you wrote. It no longer counts.
    .title = Your review was hidden

## Money
payment_completed = We have received your payment of { $amount }.
    .title = Payment received
payment_failed = Your payment of { $amount } failed. Nothing was taken.
    .title = Payment failed
refund_completed = { $amount } were sent back to you.
    .title = Refund sent
refund_failed = Your refund of { $amount } could not be sent. We look into it.
    .title = Refund failed
invoice_issued = Invoice { $number } over { $total } is ready.
    .title = New invoice
dispute_opened = The bank asks about your payment of { $amount }. Until it has decided, the amount is held.
    .title = A payment is disputed
dispute_won = The payment of { $amount } that was disputed stands.
    .title = Dispute decided
dispute_lost = The bank has taken back the payment of { $amount }.
    .title = Dispute decided
transfer_received = { $amount } came in from another user.
    .title = You received money
account_credited = { $amount } were added to your wallet.
    .title = Money added
account_corrected = Your wallet was corrected by { $amount } ({ $direction }).
    .title = Wallet corrected
reward_paid = You received { $amount } ({ $purpose }).
    .title = You received money
hold_expired = { $amount } that were set aside are yours again.
    .title = Money released
debt_recorded = You owe { $remaining } of { $amount }. It is taken first from what comes into your wallet.
    .title = You owe money
debt_settled = Your debt of { $amount } is settled.
    .title = Debt settled
withdrawal_rejected = Your withdrawal of { $amount } was not made: { $reason }.
    .title = Withdrawal rejected
withdrawal_completed = { $amount } are on their way to you.
    .title = Withdrawal sent
withdrawal_failed = Your withdrawal of { $amount } failed: { $reason }. The money is in your wallet again.
    .title = Withdrawal failed
withdrawal_returned = Your withdrawal of { $amount } came back: { $reason }. The money is in your wallet again.
    .title = Withdrawal returned

## Animals
animal_born = { $size ->
    [one] { $animal } was born and is yours.
   *[other] { $size } animals were born and are yours.
 }
    .title = { $size ->
    [one] A birth
   *[other] { $size } births
 }
animal_weighed = { $size ->
    [one] { $animal } weighs { $measured_kg } kg.
   *[other] { $size } of your animals were weighed, { $animal } among them.
 }
    .title = { $size ->
    [one] An animal was weighed
   *[other] { $size } animals were weighed
 }
animal_died = { $animal } died on { $died_at }. We are sorry.
    .title = An animal has died
animal_reinstated = The report of the death of { $animal } was wrong: it lives.
    .title = The animal lives
animal_moved = { $size ->
    [one] { $animal } lives at { $farm_name } now.
   *[other] { $size } of your animals live at { $farm_name } now.
 }
    .title = { $size ->
    [one] An animal was moved
   *[other] { $size } animals were moved
 }
animal_removed = { $animal } has left the platform. The fee is { $fee }.
    .title = An animal was taken out
animal_reclaimed = { $animal } is not yours any more, because its payment was taken back.
    .title = An animal was taken back
removal_scheduled = { $animal } will leave on { $scheduled_on }. The fee is { $fee }.
    .title = Removal scheduled
removal_rejected = { $animal } stays: its removal was not agreed to.
    .title = Removal rejected
insurance_claim_approved = You are paid { $payout } for { $animal }.
    .title = Insurance claim approved
animal_treated = { $size ->
    [one] { $animal } was given { $medicine_name }.
   *[other] { $size } treatments were given, { $medicine_name } to { $animal } among them.
 }
    .title = { $size ->
    [one] An animal was treated
   *[other] { $size } treatments
 }

## Feed
feed_unpaid = The feed of { $animal } for { $price } could not be paid. It gets the basic ration until it is.
    .title = Feed is unpaid
feed_ended = The feed subscription of { $animal } has ended: { $reason }.
    .title = Feed subscription ended
meals_missed = { $size ->
    [one] Meals of your animals at { $farm }, due on { $due_at }, were not logged.
   *[other] Meals of your animals at { $farm } were not logged { $size } times.
 }
    .title = Feeding is overdue
feed_recalled = Lot { $lot_number } of { $ingredient }, which animals of yours were fed, was recalled.
    .title = Feed recalled

## Care
care_quoted = Care of { $animal } is expected to cost { $estimate }. Accept or decline it.
    .title = A quote for care
care_unpaid = { $amount } for the care of { $animal } could not be taken. You can pay again.
    .title = Care is unpaid
care_scheduled = A visit to { $animal } is set for { $starts_at }.
    .title = Visit scheduled
care_handed_over = Another veterinarian visits { $animal } on { $starts_at }.
    .title = Another veterinarian comes
care_unscheduled = The visit to { $animal } will not take place as planned.
    .title = Visit cancelled
care_more_asked = Care of { $animal } costs { $amount } more than you allowed. Please confirm it.
    .title = Care costs more
care_completed = The care of { $animal } is done. It cost { $cost }.
    .title = Care completed
care_cancelled = The care of { $animal } was cancelled.
    .title = Care cancelled
care_declined = The care of { $animal } was declined.
    .title = Care declined
vaccination_due = { $service_name } of { $animal } is due on { $due_on }.
    .title = Vaccination due
emergency_raised = { $animal } needs a veterinarian at once.
    .title = Emergency
emergency_called = You are called to { $animal }. Please answer by { $answer_by }.
    .title = Emergency call
emergency_taken = A veterinarian comes to { $animal }.
    .title = Help is on its way
emergency_unanswered = { $calls ->
    [one] One veterinarian was called to { $animal } and has not answered.
   *[other] { $calls } veterinarians were called to { $animal } and none has answered.
 }
    .title = Emergency without an answer
medicine_recalled = Batch { $batch_number } of { $medicine_name }, which animals of yours were given, was recalled.
    .title = Medicine recalled

## Farms
stock_low = { $farm } has { $left_kg } kg of { $ingredient } left.
    .title = Stock is low
dose_due = { $size ->
    [one] { $medicine_name } for { $animal } is due at { $planned_at }.
   *[other] { $size } doses are due, { $medicine_name } for { $animal } first.
 }
    .title = Doses are due
dose_missed = { $medicine_name } for { $animal }, planned at { $planned_at }, was not given.
    .title = A dose was missed
alarm_raised = { $rule_name } at { $farm }, since { $since } ({ $severity }).
    .title = Alarm
alarm_escalated = Nobody has seen to { $rule_name } at { $farm }, since { $since } ({ $severity }).
    .title = Alarm without an answer
device_offline = { $device_name } at { $farm } is offline since { $since }.
    .title = A device is offline
camera_offline = { $size ->
    [one] { $camera_name } at { $farm } is offline since { $since }.
   *[other] { $size } cameras at { $farm } are offline.
 }
    .title = A camera is offline

## Contests
entry_admitted = { $animal } takes part in “{ $contest }”.
    .title = Entry admitted
entry_refused = { $animal } does not take part in “{ $contest }”: { $reason }.
    .title = Entry refused
entry_lost = { $animal } has left “{ $contest }”: { $reason }.
    .title = Entry lost
contest_cancelled = “{ $contest }” was cancelled: { $reason }. Fees are given back.
    .title = Contest cancelled
contest_announced = The result of “{ $contest }” is out. You can appeal until { $appeals_until }.
    .title = Contest result
result_corrected = The result of “{ $contest }” was corrected.
    .title = Result corrected
judge_invited = You are asked to judge “{ $contest }”. Marks are due by { $commit_until }.
    .title = Will you judge?
appeal_decided = Your appeal about “{ $contest }” was decided: { $decision }.
    .title = Appeal decided
prize_awarded = { $animal } is number { $rank } of “{ $contest }”. Congratulations!
    .title = You have won a prize
prize_withheld = Your prize of “{ $contest }” is held back: { $reason }.
    .title = Prize held back
prize_forfeited = Your prize of “{ $contest }” is lost: { $reason }.
    .title = Prize lost
entitlement_granted = You have won: { $what }.
    .title = You have won a prize

## Pilot farming
friend_requested = Somebody wants to be your friend.
    .title = Friend request
friend_accepted = You have a new friend.
    .title = Friend request accepted
challenge_completed = “{ $title }” is done: { $coins ->
    [one] one coin
   *[other] { $coins } coins
 }.
    .title = Challenge completed
achievement_granted = { $size ->
    [one] You have earned “{ $title }”.
   *[other] You have earned { $size } achievements, “{ $title }” first.
 }
    .title = Achievement
level_reached = You have reached level { $level }.
    .title = Next level

## Reports
report_ready = Your report is ready. It is kept until { $kept_until }.
    .title = Report ready
report_failed = Your report could not be made. Please try again.
    .title = Report failed

## Account
announcement = { $text }
    .title = { $title }
welcome = Your address is confirmed. You have a wallet now and may buy.
    .title = Welcome to Amigok
credentials_changed = How you sign in was changed on { $changed_at }: { $what }. If this was not you, write to us at once.
    .title = Your account was changed
exit_noticed = { $amount } left your wallet, or were kept from it, in a way that is unusual for you ({ $reason }). If this was not you, stop payments in the app.
    .title = Was this you?
withdrawal_requested = A withdrawal of { $amount } was requested. If this was not you, stop payments in the app.
    .title = Withdrawal requested
kyc_approved = We have confirmed who you are.
    .title = Identity confirmed
kyc_rejected = We could not confirm who you are. You can send your documents again.
    .title = Identity not confirmed
role_changed = Your role is now: { $role }.
    .title = Your role was changed
deactivated = Your account was deactivated.
    .title = Account deactivated
reactivated = Your account is active again.
    .title = Account active
deletion_requested = Your account will be deleted as soon as nothing keeps it from being so.
    .title = Account deletion

## Mails
mail_open = Open in Amigok
mail_stop = Send me no more mails of this kind
digest_title = { $size ->
    [one] One piece of news
   *[other] { $size } pieces of news
 }
digest_text = This is what has happened:

## Codes
code_other = another reason
code_insufficient_funds = there is too little money
code_wallet_missing = there is no wallet
code_buyer_cancelled = the buyer cancelled it
code_payment_timeout = the payment did not come in time
code_hold_timeout = the wallet did not answer in time
code_listing_not_active = the animal was not for sale any more
code_account_inactive = an account is not active
code_not_owner = the animal has another owner
code_removed_by_seller = the seller removed it
code_removed_by_administrator = an administrator removed it
code_seller_inactive = the seller's account is not active
code_sold = the animal was sold
code_credit = added
code_debit = taken
code_marketplace-order = an order
code_farm-removal_fee = a removal
code_farm-insurance = an insurance
code_payment-refund = a refund
code_payment-charge = a card payment
code_feed-period = feed
code_feed-welfare = the basic ration
code_feed-correction = a correction of meals
code_care-request = care
code_game-entry = a contest
code_game-entry_refund = a contest's fee
code_game-prize = a prize
code_rejected = rejected
code_upheld = upheld
code_cancelled_by_user = you cancelled it
code_user_deleted = the account was deleted
code_account_closed = the account is closed
code_account_unknown = the account is not known
code_failed = it failed
code_died = the animal died
code_removed = the animal was taken out
code_reclaimed = the animal was taken back
code_package_unsuitable = the package does not suit the animal
code_info = for information
code_warning = warning
code_critical = critical
code_withdrawn = withdrawn
code_not_admitted = not admitted
code_fee_refused = the fee could not be held
code_fee_expired = the fee was held too long
code_not_held = the fee was not held
code_kyc_needed = your identity is not confirmed
code_account_deleted = the account was deleted
code_too_few_entries = there were too few entries
code_too_late = it was too late to start
code_no_result = nobody has a score
code_suspicion = it is being looked into
code_fee_disputed = the fee is disputed
code_not_verified = your identity is not confirmed
code_disqualified = disqualified
code_password = the password
code_email = the e-mail address
code_phone = the phone number
code_second_factor = the second factor
code_passkey = a passkey
code_expired = it has expired
code_cancelled = it was cancelled
code_investor = investor
code_gamer = gamer
code_farm_staff = farm staff
code_veterinarian = veterinarian
code_admin = administrator
code_deceased = the animal died
code_taken_down = it was taken down
code_not_as_described = the animal is not as described
code_other_animal = it is another animal
code_unhealthy = the animal is not healthy
code_documents_missing = documents are missing
code_payment_disputed = the payment is disputed
code_released = the price is the seller's
code_parted = the price was parted
code_refunded = the price is the buyer's
code_fraud = it looks like fraud
code_contact_details = it has contact details
code_offensive = it is offensive
code_misleading = it is misleading
code_wrong_animal = it shows another animal
code_prohibited = it is not allowed here
code_listing_ended = the listing has ended
code_price_changed = the price was changed
code_not_available = the animal is not available
code_order_cancelled = the order was cancelled
