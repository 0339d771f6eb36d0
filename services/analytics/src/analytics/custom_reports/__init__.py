"""Reports that people put together of measures, dimensions and filters, save, and have made again and again."""

from amigok_chassis.service import Noun
from analytics.custom_reports import api

noun = Noun(routers=[api.router])
