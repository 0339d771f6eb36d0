"""Everything that the wallet serves over HTTP."""

from wallet import api
from wallet.claims import api as claims
from wallet.deposits import api as deposits
from wallet.proceeds import api as proceeds
from wallet.solvency import api as solvency
from wallet.statements import api as statements
from wallet.withdrawals import api as withdrawals

routers = [
    *(api.router, statements.router, solvency.router),
    *(deposits.router, withdrawals.router, withdrawals.admin),
    *(claims.admin, proceeds.admin),
]
