"""What people do on the platform, without who they are: for administrators."""

from amigok_chassis.service import Noun
from analytics.behaviour import api

noun = Noun(routers=[api.admin])
