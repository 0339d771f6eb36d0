"""Views: how many people looked at a listing, counted without a write for each of them."""

from amigok_chassis.service import Noun
from marketplace.views import counting

noun = Noun(tasks=[counting.store_views])
