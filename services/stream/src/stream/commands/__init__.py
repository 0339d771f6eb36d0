"""Commands to devices: a queue that each polls, or hears by MQTT, and acknowledges."""

from amigok_chassis.service import Noun
from stream.commands import api, jobs
from stream.commands.machine import COMMANDS

noun = Noun(routers=[api.admin, api.device], jobs=[jobs.expire_commands, jobs.forget_commands], machines=[COMMANDS])
