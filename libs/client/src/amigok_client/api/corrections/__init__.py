from .propose_correction import propose_correction as propose_correction
from .propose_credit import propose_credit as propose_credit
