"""Whoever is in the tree can prove it, with the right balance and nothing else."""

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from amigok_contracts.proofs import (
    BEGINNING,
    NOTHING,
    InclusionProof,
    Node,
    ProofBroken,
    PublishedRoot,
    leaf,
    parent,
    publication,
)
from amigok_contracts.proofs import path as path_to
from amigok_contracts.proofs import root as root_of

DAY = date(2026, 3, 14)


def leaves(balances: list[int]) -> list[Node]:
    return [
        leaf(day=DAY, currency="USD", user_id=UUID(int=at), balance=balance, nonce=nonce(at))
        for at, balance in enumerate(balances)
    ]


def nonce(at: int) -> bytes:
    return sha256(str(at).encode()).digest()


def proof(balances: list[int], at: int) -> InclusionProof:
    nodes = leaves(balances)
    top = root_of(nodes)
    return InclusionProof(
        day=DAY,
        currency="USD",
        user_id=UUID(int=at),
        balance=balances[at],
        nonce=nonce(at).hex(),
        leaf=nodes[at].hash.hex(),
        path=path_to(nodes, at),
        root=top.hash.hex(),
        total=top.sum,
    )


@pytest.mark.parametrize("users", [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 255, 256, 257])
def test_everybody_is_in_the_tree_of_any_size(users: int) -> None:
    balances = [7 * at for at in range(users)]
    for at in range(users):
        proof(balances, at).verify()
    assert root_of(leaves(balances)).sum == sum(balances)


def test_nobody_is_in_the_tree_of_nobody() -> None:
    assert root_of([]) == NOTHING == Node(sha256(b"").digest(), 0)


@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=40), st.data())
def test_a_proof_proves_one_balance_and_no_other(balances: list[int], data: Any) -> None:
    at = data.draw(st.integers(0, len(balances) - 1))
    told = proof(balances, at)
    told.verify()
    with pytest.raises(ProofBroken, match="leaf"):
        told.model_copy(update={"balance": told.balance + 1}).verify()
    with pytest.raises(ProofBroken, match="total"):
        told.model_copy(update={"total": told.total + 1}).verify()
    if told.path:
        place = data.draw(st.integers(0, len(told.path) - 1))
        step = told.path[place]
        for wrong in (
            {"sum": step.sum + 1},
            {"side": "left" if step.side == "right" else "right"},
            {"hash": sha256(step.hash.encode()).hexdigest()},
        ):
            steps = [*told.path]
            steps[place] = step.model_copy(update=wrong)
            with pytest.raises(ProofBroken, match="path"):
                told.model_copy(update={"path": steps}).verify()


@given(st.lists(st.integers(0, 100), min_size=1, max_size=300), st.sampled_from([2, 4, 8, 64]))
def test_a_tree_is_the_same_when_it_is_built_bough_by_bough(balances: list[int], size: int) -> None:
    nodes = leaves(balances)
    boughs = [root_of(nodes[at : at + size]) for at in range(0, len(nodes), size)]
    assert root_of(boughs) == root_of(nodes)
    at = len(nodes) - 1
    within = path_to(nodes[at // size * size : (at // size + 1) * size], at % size)
    assert within + path_to(boughs, at // size) == path_to(nodes, at)


def test_the_sum_of_a_node_cannot_be_moved_from_one_child_to_the_other() -> None:
    """The flaw of the first scheme: (3, 5) and (5, 3) had the same parent."""
    one, other = leaves([3, 5])
    assert parent(one, other) != parent(Node(one.hash, 5), Node(other.hash, 3))


def test_a_node_is_no_leaf_and_no_sum_is_negative() -> None:
    one, other = leaves([3, 5])
    with pytest.raises(ProofBroken, match="negative"):
        parent(one, Node(other.hash, -5))
    told = proof([3, 5], 0)
    with pytest.raises(ValidationError):
        InclusionProof.model_validate(told.model_dump() | {"path": [{"side": "left", "hash": "0" * 64, "sum": -1}]})


def test_a_proof_outlives_the_way_through_a_file() -> None:
    told = proof([1, 2, 3], 2)
    assert InclusionProof.model_validate_json(told.model_dump_json()) == told


def published(day: date, total: int, previous: str) -> PublishedRoot:
    said: dict[str, Any] = {
        "day": day,
        "currency": "USD",
        "root": "ab" * 32,
        "total": total,
        "accounts": 3,
        "assets": {"stripe": 40, "external": 2},
        "seals": 9,
        "seal": "cd" * 32,
        "previous": previous,
    }
    return PublishedRoot(**said, digest=publication(**said))


def test_publications_follow_on_each_other() -> None:
    first = published(DAY, 40, BEGINNING)
    second = published(date(2026, 3, 15), 42, first.digest)
    first.verify()
    second.verify(first)
    with pytest.raises(ProofBroken, match="changed"):
        second.model_copy(update={"total": 41}).verify(first)
    with pytest.raises(ProofBroken, match="follow"):
        second.verify(published(DAY, 41, BEGINNING))
