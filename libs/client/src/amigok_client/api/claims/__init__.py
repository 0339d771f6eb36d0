from .approve_claim import approve_claim as approve_claim
from .claim_insurance import claim_insurance as claim_insurance
from .list_claims import list_claims as list_claims
from .list_my_claims import list_my_claims as list_my_claims
from .propose_payout import propose_payout as propose_payout
from .reject_claim import reject_claim as reject_claim
