"""Search documents: what of each listing is searched, and the words that listings have."""

from amigok_chassis.service import Noun
from marketplace.documents import tasks

noun = Noun(tasks=[tasks.apply_search_changes])
