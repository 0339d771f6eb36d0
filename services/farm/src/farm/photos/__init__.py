"""Photos of animals: rows in the database, pictures in the object storage."""

from amigok_chassis.service import Noun
from farm.photos import api

noun = Noun(routers=[api.router])
