"""(e) Reads against bare FastAPI endpoints that run the same queries."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from amigok import ports, web
from amigok.errors import Failure
from amigok.fleet import ROOT
from bench import load
from bench.results import Result, compared
from bench.site import Site
from bench.tokens import token

ROUNDS = 3
SECONDS = 4.0


def measure(site: Site) -> list[Result]:
    """Alternates rounds of the service and the bare app, both without the gateway; then once with it."""
    tokens = {user: token(user) for user in site.users}
    shelf = "/api/v1/marketplace/livestock"
    cases = {
        "own balance": (
            site.wallet,
            [load.get("/api/v1/wallet/balance", signed) for signed in tokens.values()],
            [load.get(f"/balance/{user}") for user in tokens],
        ),
        "listing by id": (
            site.market,
            [load.get(f"{shelf}/{animal}") for animal in site.animals],
            [load.get(f"/livestock/{animal}") for animal in site.animals],
        ),
        "list of 50": (site.market, [load.get(f"{shelf}?limit=50")], [load.get("/livestock?limit=50")]),
    }
    results = []
    with _bare(site) as bare:
        for name, (service, requests, bare_requests) in cases.items():
            ours, baseline = [], []
            for _ in range(ROUNDS):
                baseline.append(load.rate(bare, bare_requests, seconds=SECONDS)["rate"])
                ours.append(load.rate(service, requests, seconds=SECONDS)["rate"])
            through = load.rate(site.gateway, requests, seconds=SECONDS)["rate"]
            note = "baseline: bare FastAPI"
            results.append(compared(name, ours, baseline, ratio_at_least=0.5, note=note))
            aside = f"{name}, through the gateway"
            results.append(Result(name=aside, value=through, baseline=median(baseline), note="for information"))
    return results


@contextmanager
def _bare(site: Site) -> Iterator[str]:
    port = ports.choose()
    where = {"BENCH_WALLET": site.wallet_database, "BENCH_MARKETPLACE": site.market_database}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "uvicorn",
            "bench.bare:app",
            f"--port={port}",
            "--loop=uvloop",
            "--http=httptools",
            "--no-access-log",
            "--log-level=warning",
        ],
        cwd=ROOT,
        env={**os.environ, **where},
    )
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 30
        while not web.is_success(f"{url}/livestock?limit=1"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failure("the bare app does not start, see above")
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()
