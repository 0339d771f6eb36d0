"""All that one person proposes here and another decides."""

from farm.births import proposals as births
from farm.bounds import breeds
from farm.bounds import service as bounds
from farm.deaths import claims
from farm.deaths import service as deaths
from farm.disputes import settling as disputes
from farm.health import proposals as health
from farm.pedigree import service as pedigree
from farm.weights import proposals as weights

KINDS = (
    births.KIND,
    weights.KIND,
    health.KIND,
    deaths.KIND,
    pedigree.KIND,
    claims.KIND,
    disputes.KIND,
    bounds.KIND,
    breeds.KIND,
)
