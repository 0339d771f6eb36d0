"""Search: finding what is for sale by words and facets."""

from amigok_chassis.service import Noun
from marketplace.searches import api, feeding

noun = Noun(routers=[api.router], tasks=[feeding.feed_index])
