"""Prometheus beside the fleet: what it scrapes, by which labels the alerts in `deploy/prometheus` know it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from amigok.fleet import ROOT

if TYPE_CHECKING:
    from amigok_chassis.service import Service

Json = dict[str, Any]

PROMETHEUS = "prom/prometheus:v2.55.1"
ALERTS = Path("deploy/prometheus/alerts.yaml")
"""The rules, written by hand."""

_MOUNTED = "/etc/prometheus/alerts.yaml"
_PER_QUEUE = {"family": ["queue_coarse_metrics", "queue_consumer_count"]}
"""RabbitMQ adds all queues up at `/metrics`; what is asked for at `/metrics/detailed` has each by its name."""


def in_compose(services: Sequence[Service]) -> Json:
    """The configuration for containers that know each other by name."""
    processes = [_targets(f"{service.name}:8000", service=service.name) for service in services]
    return _configuration(
        {"job_name": "amigok", "static_configs": processes},
        {"job_name": "gateway", "static_configs": [_targets("gateway:8080")]},
    )


def in_kubernetes() -> Json:
    """The configuration for a cluster: every pod of the fleet is found by its labels."""
    return _configuration(
        {"job_name": "amigok", **_pods("http", {"source_labels": [_NAME], "regex": "gateway", "action": "drop"})},
        {"job_name": "gateway", **_pods("internal")},
    )


def alerts() -> str:
    """The rules, for whatever cannot reach beyond its own folder."""
    return (ROOT / ALERTS).read_text()


def server() -> Json:
    """Prometheus as a service of compose. Its pages are for the machine itself: they ask nobody who they are."""
    return {
        "image": PROMETHEUS,
        "command": ["--config.file=/etc/prometheus/prometheus.yaml", "--storage.tsdb.path=/prometheus"],
        "volumes": [
            "prometheus:/prometheus",
            "./prometheus.yaml:/etc/prometheus/prometheus.yaml:ro",
            f"../prometheus/alerts.yaml:{_MOUNTED}:ro",
        ],
        "ports": ["127.0.0.1:${AMIGOK_PROMETHEUS_PORT:-9090}:9090"],
        "restart": "unless-stopped",
    }


def _configuration(*fleet: Json) -> Json:
    return {
        "global": {"scrape_interval": "15s", "evaluation_interval": "15s"},
        "rule_files": [_MOUNTED],
        "alerting": {"alertmanagers": [{"static_configs": [_targets("alertmanager:9093")]}]},
        "scrape_configs": [*fleet, *_rabbitmq()],
    }


def _rabbitmq() -> list[Json]:
    detailed = {"metrics_path": "/metrics/detailed", "params": _PER_QUEUE}
    return [
        {"job_name": name, **more, "static_configs": [_targets("rabbitmq:15692")]}
        for name, more in (("rabbitmq", {}), ("rabbitmq-queues", detailed))
    ]


def _targets(address: str, **labels: str) -> Json:
    return {"targets": [address], **({"labels": labels} if labels else {})}


_LABEL = "__meta_kubernetes_pod_label_app_kubernetes_io_"
_NAME, _PART_OF = f"{_LABEL}name", f"{_LABEL}part_of"


def _pods(port: str, *rules: Json) -> Json:
    return {
        "kubernetes_sd_configs": [{"role": "pod", "namespaces": {"own_namespace": True}}],
        "relabel_configs": [
            {"source_labels": [_PART_OF], "regex": "amigok", "action": "keep"},
            {"source_labels": ["__meta_kubernetes_pod_container_port_name"], "regex": port, "action": "keep"},
            *rules,
            {"source_labels": [_NAME], "target_label": "service"},
            {"source_labels": ["__meta_kubernetes_pod_name"], "target_label": "pod"},
        ],
    }
