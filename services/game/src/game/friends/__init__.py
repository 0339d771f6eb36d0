"""Friends: who is whose friend, who has asked, and who is blocked, which nobody is told."""

from amigok_chassis.service import Noun
from game.friends import api
from game.friends.machine import FRIENDSHIPS

noun = Noun(routers=[api.router], machines=[FRIENDSHIPS])
