"""MQTT: which devices may connect and say what; what they publish is taken in."""

from amigok_chassis.service import Noun
from stream.mqtt import api, sending, tasks

noun = Noun(
    routers=[api.router],
    intakes={"readings": "devices.*.readings", "acknowledgements": "devices.*.acknowledgements"},
    tasks=[tasks.take_in_readings, tasks.take_in_acknowledgements, tasks.cut_connections],
    pollers=[sending.send_command],
)
