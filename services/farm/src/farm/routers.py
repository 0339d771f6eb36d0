"""Everything that the farm serves over HTTP; of two paths that fit a request, the first one has it."""

from farm import api
from farm.births import api as births
from farm.blocks import api as blocks
from farm.bounds import api as bounds
from farm.deaths import api as deaths
from farm.disputes import api as disputes
from farm.farms import api as farms
from farm.health import api as health
from farm.imports import api as imports
from farm.labels import api as labels
from farm.medicines import api as medicines
from farm.movements import api as movements
from farm.pedigree import api as pedigree
from farm.photos import api as photos
from farm.prices import api as prices
from farm.quarantines import api as quarantines
from farm.search import api as search
from farm.staff import api as staff
from farm.weights import api as weights
from farm.withdrawals import api as withdrawals

routers = [
    *(imports.admin, labels.admin, api.admin, farms.admin, pedigree.admin, prices.admin, staff.router),
    *(api.router, farms.router, prices.router, search.router, weights.router, movements.router, births.router),
    *(withdrawals.router, withdrawals.admin, deaths.router, deaths.admin, photos.router),
    *(bounds.router, disputes.admin),
    *(*blocks.routers, *medicines.routers, health.router, quarantines.router),
]
