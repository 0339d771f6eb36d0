"""Everything that the wallet serves over HTTP."""

from wallet import api
from wallet.claims import api as claims
from wallet.closing import api as closing
from wallet.corrections import api as corrections
from wallet.deposits import api as deposits
from wallet.exits import api as exits
from wallet.proceeds import api as proceeds
from wallet.receivables import api as receivables
from wallet.solvency import api as solvency
from wallet.statements import api as statements
from wallet.withdrawals import api as withdrawals

routers = [
    *(api.router, statements.router, solvency.router, corrections.router, closing.router, receivables.router),
    *(exits.router, deposits.router, withdrawals.router, withdrawals.admin, claims.admin, proceeds.admin),
]
