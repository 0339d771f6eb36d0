"""The fleet for Kubernetes: an API and a worker for each service, which scale each on its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from amigok import broker, engine_server, media_server, mqtt, variables
from amigok.compose import password_key

if TYPE_CHECKING:
    from amigok_chassis.service import Service

Json = dict[str, Any]


_BY_HAND = ("common.yaml", "gateway.yaml", "media.yaml", "engine.yaml")


def kustomization(services: Sequence[Service]) -> Json:
    return {
        "apiVersion": "kustomize.config.k8s.io/v1beta1",
        "kind": "Kustomization",
        "namespace": "amigok",
        "resources": [*_BY_HAND, *(f"{service.name}.yaml" for service in services)],
        "configMapGenerator": [
            {
                "name": "prometheus",
                "files": ["alerts.yaml", "prometheus.yaml"],
                "options": {"disableNameSuffixHash": True},  # for a Prometheus that is not part of the fleet
            }
        ],
    }


def manifests(service: Service, services: Sequence[Service]) -> list[Json]:
    """Its API and, where it has a database, its worker, which scale each on its own.

    The portal asks the workers of all services how they are.
    """
    workers = [each.name for each in services if each.database] if service.name == "portal" else []
    addresses = [_address(service.name, service.name, "api")]
    if service.database:
        addresses.append(_address(f"{service.name}-worker", service.name, "worker"))
    roles = ["api", "worker"] if service.database else ["api"]
    return [*addresses, *(_deployment(service, role, workers) for role in roles)]


def _labels(name: str, role: str) -> Json:
    return {"app.kubernetes.io/name": name, "app.kubernetes.io/component": role, "app.kubernetes.io/part-of": "amigok"}


def _address(name: str, service: str, role: str) -> Json:
    labels = _labels(service, role)
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": name, "labels": labels},
        "spec": {"selector": labels, "ports": [{"name": "http", "port": 8000, "targetPort": "http"}]},
    }


def _deployment(service: Service, role: str, workers: Sequence[str]) -> Json:
    name, labels = service.name, _labels(service.name, role)
    migrate = _container(service, "migrate", role) | {"command": ["python", "-m", "amigok_chassis", "migrate", name]}
    serve = _container(service, name, role, **_watched(workers)) | {
        "ports": [{"name": "http", "containerPort": 8000}],
        "livenessProbe": _probe("/health/live", 10) | {"failureThreshold": 6},
        "readinessProbe": _probe("/health/ready", 3),
        "startupProbe": _probe("/health/live", 2) | {"failureThreshold": 60},
        # Whatever routes to the pod needs a moment to learn that it leaves; until then it goes on answering.
        "lifecycle": {"preStop": {"exec": {"command": ["sleep", "5"]}}},
        **({"volumeMounts": mounts} if (mounts := list(_mounts(service))) else {}),
    }
    pod: Json = {
        "serviceAccountName": "amigok",
        "automountServiceAccountToken": False,
        "terminationGracePeriodSeconds": 40,
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": 10001,
            "seccompProfile": {"type": "RuntimeDefault"},
            **({"fsGroup": 10001} if service.name == media_server.SERVICE else {}),
        },
        **({"initContainers": [migrate]} if service.database else {}),
        "containers": [serve],
        **({"volumes": volumes} if (volumes := list(_volumes(service))) else {}),
    }
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": f"{name}-{role}", "labels": {**labels, **(_STORES if service.storage else {})}},
        "spec": {
            "selector": {"matchLabels": labels},
            "strategy": {"rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
            "template": {"metadata": {"labels": labels, "annotations": _SCRAPED}, "spec": pod},
        },
    }


def _mounts(service: Service) -> Iterator[Json]:
    if service.storage:
        yield {"name": "tmp", "mountPath": "/tmp"}  # noqa: S108
    if service.name == media_server.SERVICE:
        yield {"name": media_server.SPOOL, "mountPath": "/spool"}


def _volumes(service: Service) -> Iterator[Json]:
    if service.storage:
        yield _UPLOADING
    if service.name == media_server.SERVICE:
        yield {"name": media_server.SPOOL, "persistentVolumeClaim": {"claimName": media_server.SPOOL}}


_STORES = {"amigok/storage": "objects"}
"""By this label an overlay finds the deployments that need a place for objects."""

# Where larger uploads are while they are received: in memory, so that they never lie on a node's disk.
_UPLOADING = {"name": "tmp", "emptyDir": {"medium": "Memory", "sizeLimit": "128Mi"}}

_SCRAPED = {"prometheus.io/scrape": "true", "prometheus.io/port": "8000", "prometheus.io/path": "/metrics"}


def _watched(workers: Sequence[str]) -> dict[str, str]:
    urls = {name: f"http://{name}-worker:8000" for name in workers}
    return {"PORTAL_WORKERS": json.dumps(urls)} if workers else {}


def _container(service: Service, name: str, role: str, **settings: str) -> Json:
    sources: list[Json] = [{"configMapRef": {"name": "amigok"}}, {"secretRef": {"name": "amigok"}}]
    sources.append({"configMapRef": {"name": service.name, "optional": True}})
    if service.database or variables.required(service):
        sources.append({"secretRef": {"name": service.name}})
    return {
        "name": name,
        "image": f"amigok/{service.name}",
        "env": [{"name": key, "value": value} for key, value in {"AMIGOK_ROLE": role, **settings}.items()],
        "envFrom": sources,
        "resources": {"requests": {"cpu": "100m", "memory": "192Mi"}, "limits": {"memory": "512Mi"}},
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        },
    }


def _probe(path: str, seconds: int) -> Json:
    return {"httpGet": {"path": path, "port": "http"}, "periodSeconds": seconds, "timeoutSeconds": 3}


_LOCAL_KEY = "bG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtbG8"


def local_secrets(services: Sequence[Service]) -> Iterator[Json]:
    """Secrets for a cluster on one's own machine: everybody can read these here, so nothing else may use them."""
    yield _secret("amigok", {"AMIGOK_REDIS_URL": "redis://:local@redis:6379/0"})
    keys = [password_key(service.name) for service in services if service.database]
    keys += [broker.password_key(service.name) for service in services if broker.has_login(service)]
    keys += [mqtt.KEY] if mqtt.asked(services) else []
    yield _secret("servers", dict.fromkeys(["POSTGRES_PASSWORD", "RABBITMQ_PASSWORD", *keys], "local"))
    for service in services:
        own = dict.fromkeys(variables.required(service), _LOCAL_KEY)
        if service.name == media_server.SERVICE:
            own |= dict.fromkeys(media_server.SECRETS, _LOCAL_KEY)
        if service.name == engine_server.SERVICE:
            own |= {engine_server.SECRET: "local", "ANALYTICS_CLICKHOUSE_URL": engine_server.url("local")}
        if service.database:
            url = f"postgresql://{service.name}:local@postgres:5432/{service.name}"
            own["AMIGOK_DATABASE_URL"] = url
            own["AMIGOK_SECRET_KEY"] = _LOCAL_KEY
        if broker.has_login(service):
            own["AMIGOK_BROKER_URL"] = f"amqp://{service.name}:local@rabbitmq:5672/{broker.VHOST}"
        if service.intakes:
            own |= {"AMIGOK_MQTT_URL": "mqtt://rabbitmq:1883", mqtt.KEY: "local"}
        if service.fleet_key:
            own["AMIGOK_FLEET_KEY"] = _LOCAL_KEY
        if service.storage:
            own["AMIGOK_STORAGE_URL"] = f"file:///storage/{service.name}"
        if own:
            yield _secret(service.name, own)


def _secret(name: str, data: dict[str, str]) -> Json:
    return {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name}, "stringData": data}


def scaling(services: Sequence[Service]) -> Iterator[Json]:
    """How each API grows with its load, and how many of its instances maintenance may take away at once."""
    for name in ["gateway", *(f"{service.name}-api" for service in services)]:
        target = {"apiVersion": "apps/v1", "kind": "Deployment", "name": name}
        usage = {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 70}}
        yield {
            "apiVersion": "autoscaling/v2",
            "kind": "HorizontalPodAutoscaler",
            "metadata": {"name": name},
            "spec": {
                "scaleTargetRef": target,
                "minReplicas": 2,
                "maxReplicas": 8,
                "metrics": [{"type": "Resource", "resource": usage}],
            },
        }
        labels = _labels(*name.rsplit("-", 1)) if "-" in name else _labels(name, "gateway")
        yield {
            "apiVersion": "policy/v1",
            "kind": "PodDisruptionBudget",
            "metadata": {"name": name},
            "spec": {"maxUnavailable": 1, "selector": {"matchLabels": labels}},
        }
