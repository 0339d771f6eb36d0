"""The service's commands: `verify-contest`."""

import argparse
import sys
from pathlib import Path

from game.bundles import cli as bundles


def main() -> None:
    parser = argparse.ArgumentParser(prog="game")
    commands = parser.add_subparsers(required=True, dest="command")
    verify = commands.add_parser("verify-contest", description=bundles.USAGE)
    verify.add_argument("file", type=Path)
    verify.add_argument("--head", help="the head that was announced")
    arguments = parser.parse_args()
    sys.exit(bundles.run(arguments.file, arguments.head))
