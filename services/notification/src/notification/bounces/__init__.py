"""Bounces: what providers report of messages that did not arrive or were not wanted. Nothing more is sent there."""

from amigok_chassis.service import Noun
from notification.bounces import api

noun = Noun(routers=[api.router])
