"""Photos of animals: rows in the database, pictures in the object storage."""

from amigok_chassis.service import Noun
from farm.photos import api, jobs

noun = Noun(routers=[api.router], tasks=[jobs.remove_photos])
