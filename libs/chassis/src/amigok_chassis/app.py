"""The ASGI app of a service, made from its value and the process's settings."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from amigok_chassis import errors, problems, wellformed
from amigok_chassis.db import Database
from amigok_chassis.edge import Edge
from amigok_chassis.locations import locations
from amigok_chassis.openapi import naming
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings

internal = APIRouter(include_in_schema=False)


@internal.get("/health/live")
async def live() -> dict[str, str]:
    return {"status": "live"}


@internal.get("/health/ready")
async def ready(request: Request) -> JSONResponse:
    """Says whether requests can be served, and if not, why. Workers also need the broker."""
    runtime: Runtime = request.app.state.runtime
    reasons = await runtime.unready()
    worker = runtime.worker_state()
    if runtime.settings.role == "worker":
        reasons |= worker
    body = {"status": "unready" if reasons else "ready", "reasons": reasons, "worker": worker}
    return JSONResponse(body, 503 if reasons else 200)


@internal.get("/metrics")
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def collect_rarely() -> None:
    """Leaves everything that lives now out of the collector's rounds, and makes these rare."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def create_app(service: Service, settings: Settings, database: type[Database] = Database) -> FastAPI:
    """Makes the FastAPI app. It opens nothing before its lifespan begins. A worker serves only health and metrics."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        runtime = Runtime(service, app.state.settings, database)
        app.state.runtime = runtime
        async with runtime.running():
            if settings.environment != "test":  # many apps live in one process of tests, which does this once
                collect_rarely()
            yield

    app = FastAPI(
        title=f"Amigok {service.name}",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(wellformed.check)],
        max_body_size=settings.max_body_bytes,
        separate_input_output_schemas=False,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},  # the edge does it
    )
    app.state.settings = settings
    app.state.locations = locations(service)
    app.include_router(internal)
    if settings.role != "worker":
        for router in service.doors:
            app.include_router(
                router,
                generate_unique_id_function=naming.operation_id,
                responses={"default": problems.ANY_OTHER},
            )
    errors.install(app)
    problems.describe(app)
    return app


def create_asgi(service: Service, settings: Settings) -> Edge:
    """Makes the app as it is served, behind the `Edge`."""
    return Edge(create_app(service, settings))
