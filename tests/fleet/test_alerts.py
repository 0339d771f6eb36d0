"""The alerts fire when they should, and stay silent when they should."""

import subprocess
from collections import defaultdict
from typing import Any

import pytest
import yaml

from amigok.fleet import ROOT
from amigok.servers import packages

FOLDER = ROOT / "deploy/prometheus"
CASES = ("alerts_test.yaml", "alerts_of_days_test.yaml")


@pytest.fixture(scope="module")
def promtool() -> str:
    packages.ensure(["promtool"], say=print)
    return "promtool"


def checked(*command: str) -> None:
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def alerts() -> dict[str, dict[str, Any]]:
    groups = yaml.safe_load((FOLDER / "alerts.yaml").read_text())["groups"]
    return {rule["alert"]: rule for group in groups for rule in group["rules"]}


def test_every_alert_fires_and_stays_silent_as_its_cases_say(promtool: str) -> None:
    checked(promtool, "test", "rules", *CASES)


def test_every_alert_has_a_case_where_it_fires_and_one_where_it_stays_silent() -> None:
    found: defaultdict[str, set[bool]] = defaultdict(set)
    for case in (case for name in CASES for case in yaml.safe_load((FOLDER / name).read_text())["tests"]):
        for question in case["promql_expr_test"]:
            name = question["expr"].partition('alertname="')[2].partition('"')[0]
            assert case["name"].startswith(f"{name} ")
            found[name].add(bool(question["exp_samples"]))
    assert found == {name: {True, False} for name in alerts()}


def test_every_alert_says_what_is_wrong_and_how_bad_it_is() -> None:
    for name, rule in alerts().items():
        assert rule["labels"]["severity"] in ("critical", "warning", "info"), name
        assert {"summary", "description"} == set(rule["annotations"]), name


def test_the_operators_read_about_every_alert() -> None:
    page = (ROOT / "docs/operations.md").read_text()
    assert [name for name in alerts() if f"`{name}`" not in page] == []


def test_what_compose_and_the_cluster_run_are_these_rules(promtool: str) -> None:
    checked(promtool, "check", "config", "--syntax-only", "../compose/prometheus.yaml")
    rules = (FOLDER / "alerts.yaml").read_text()
    assert (ROOT / "deploy/k8s/base/alerts.yaml").read_text().endswith(rules)
    compose = yaml.safe_load((ROOT / "deploy/compose/compose.yaml").read_text())
    mounted = [volume for volume in compose["services"]["prometheus"]["volumes"] if "alerts.yaml" in volume]
    scraping = yaml.safe_load((ROOT / "deploy/compose/prometheus.yaml").read_text())
    assert mounted == [f"../prometheus/alerts.yaml:{scraping['rule_files'][0]}:ro"]
