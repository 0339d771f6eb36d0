"""Everything that identity serves over HTTP."""

from identity import api
from identity.activity import api as activity
from identity.addresses import api as addresses
from identity.administration import api as administration
from identity.deletions import api as deletions
from identity.devices import api as devices
from identity.export import api as export
from identity.kyc import api as kyc
from identity.passkeys import api as passkeys
from identity.phones import api as phones
from identity.preferences import api as preferences
from identity.resets import api as resets
from identity.two_factor import api as two_factor

routers = [
    *(api.router, api.well_known, resets.router, addresses.router, phones.router, devices.router),
    *(two_factor.router, passkeys.router, kyc.router, kyc.admin, preferences.router, export.router),
    *(administration.router, administration.admin, deletions.admin, activity.router),
]
