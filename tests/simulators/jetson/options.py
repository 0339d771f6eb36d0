"""How a device is started."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Options:
    """`claim` registers it once; without, it waits for one over the control API. Pauses are in seconds."""

    api: str
    serial: str
    claim: str
    state: Path
    control: int
    mqtt: str
    size: str
    frames: int
    heartbeat: float
    detect: float
    measure: float
    poll: float


def parsed() -> Options:
    parser = argparse.ArgumentParser(prog="python -m tests.simulators.jetson", description="A device on a farm.")
    say = parser.add_argument
    say("--api", required=True, help="the gateway, such as http://127.0.0.1:8000")
    say("--state", required=True, type=Path, help="the folder in which it keeps its key and what waits")
    say("--serial", default="JN-SIM-0001", help="what its maker has printed on it")
    say("--claim", default=os.environ.get("JETSON_CLAIM", ""), help="the claim secret; or $JETSON_CLAIM")
    say("--control", type=int, default=0, metavar="PORT", help="of the control API; 0 takes a free one")
    say("--mqtt", default="", metavar="HOST:PORT", help="sends readings there; else by HTTP")
    say("--size", default="320x180")
    say("--frames", type=int, default=5, help="a second")
    say("--heartbeat", type=float, default=10, metavar="SECONDS")
    say("--detect", type=float, default=10, metavar="SECONDS", help="between detections of what is in view")
    say("--measure", type=float, default=10, metavar="SECONDS", help="between readings of the sensors")
    say("--poll", type=float, default=5, metavar="SECONDS", help="between questions for commands")
    return Options(**vars(parser.parse_args()))
