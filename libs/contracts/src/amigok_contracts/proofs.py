"""Proofs of liabilities: what lets users check offline that their balance is in the sum that the platform published.

A Merkle sum tree a day and currency: a leaf is a user's balance under a nonce that only the user is shown, a node
covers the hash *and the sum* of each of its two children, each for itself. Maxwell's first scheme covers the added sum
only, so that a node may claim the larger of two sums for both (Hu, Zhang, Guo, "Breaking the Binding", ePrint
2018/1139; Chalkias, Lewi, Mohassel, Nikolaenko, "Distributed Auditing Proofs of Liabilities", ePrint 2020/468;
Chalkias, Chatzigiannis, Ji, "Broken Proofs of Solvency", ePrint 2022/043). Sums are never negative. SHA-256; leaves,
nodes and publications begin with different bytes; a node without a sibling goes up as it is (RFC 6962). All amounts
are in minor units, as they are hashed. No I/O.
"""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal, NamedTuple
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from amigok_contracts.money import Currency

_SUM_BYTES = 16
_LARGEST = 2 ** (8 * _SUM_BYTES - 1)

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""32 bytes in hexadecimal."""

Sum = Annotated[int, Field(ge=0, lt=_LARGEST, description="In minor units")]

BEGINNING = bytes(32).hex()
"""What the first publication of a currency names as the digest before it."""


class ProofBroken(ValueError):
    """The proof does not prove what it says."""


class Node(NamedTuple):
    """A hash, and the sum in minor units that it vouches for."""

    hash: bytes
    sum: int


NOTHING = Node(sha256(b"").digest(), 0)
"""The root over nobody."""


class Step(BaseModel):
    """The sibling on one level of the way up, and the side that it is on."""

    model_config = ConfigDict(frozen=True)

    side: Literal["left", "right"]
    hash: Hash
    sum: Sum


class InclusionProof(BaseModel):
    """That a user's balance of a day in a currency, available and held, is in the published sum of all of them.

    It is worth as much as the root: compare `root` and `total` with what is published for everybody.
    """

    model_config = ConfigDict(frozen=True)

    day: date
    currency: Currency
    user_id: UUID
    balance: Sum
    nonce: Hash
    leaf: Hash
    path: list[Step] = Field(max_length=64, description="From the leaf's sibling up to the root's child")
    root: Hash
    total: Sum

    def verify(self) -> None:
        """Computes leaf and root anew. Raises ProofBroken with what does not fit."""
        node = leaf(
            day=self.day,
            currency=self.currency,
            user_id=self.user_id,
            balance=self.balance,
            nonce=bytes.fromhex(self.nonce),
        )
        if node.hash.hex() != self.leaf:
            raise ProofBroken("the leaf is not that of this user, day and balance")
        for step in self.path:
            sibling = Node(bytes.fromhex(step.hash), step.sum)
            node = parent(sibling, node) if step.side == "left" else parent(node, sibling)
        if node.hash.hex() != self.root:
            raise ProofBroken("the path does not lead to the root")
        if node.sum != self.total:
            raise ProofBroken("the sums on the path do not add up to the total")


class PublishedRoot(BaseModel):
    """What is published for a day and currency: all liabilities under one root, chained to the publication before.

    `assets` is what the ledger says that the platform has outside of it, by account. `seals` and `seal` are number and
    digest of the newest sealed transfer: with them, nobody can seal another history later.
    """

    model_config = ConfigDict(frozen=True)

    day: date
    currency: Currency
    root: Hash
    total: Sum
    accounts: int = Field(ge=0, description="How many users' balances are in it")
    assets: dict[str, int] = Field(description="In minor units, by account")
    seals: int = Field(ge=0, description="How many transfers were sealed")
    seal: Hash = Field(description="The digest of the last of them, which only the wallet can make")
    previous: Hash = Field(description="The digest of the publication before")
    digest: Hash

    def verify(self, before: "PublishedRoot | None" = None) -> None:
        """Computes the digest anew, and whether it follows on the one `before`. Raises ProofBroken."""
        if publication(**self.model_dump(exclude={"digest"})) != self.digest:
            raise ProofBroken(f"the publication of {self.day} was changed")
        if before is not None and (before.digest, before.currency) != (self.previous, self.currency):
            raise ProofBroken(f"the publication of {self.day} does not follow on that of {before.day}")


def leaf(*, day: date, currency: str, user_id: UUID, balance: int, nonce: bytes) -> Node:
    """A user's balance; who does not know the nonce (32 bytes) cannot tell whose it is."""
    assert len(nonce) == 32
    whose = day.isoformat().encode() + currency.encode() + user_id.bytes
    return Node(sha256(b"\0" + whose + _amount(balance) + nonce).digest(), balance)


def parent(left: Node, right: Node) -> Node:
    """The node above two others. Raises ValueError for a sum that is negative or beyond all bounds."""
    both = left.hash + _amount(left.sum) + right.hash + _amount(right.sum)
    return Node(sha256(b"\1" + both).digest(), left.sum + right.sum)


def root(nodes: Sequence[Node]) -> Node:
    """The node above all of these."""
    while len(nodes) > 1:
        nodes = _above(nodes)
    return nodes[0] if nodes else NOTHING


def path(nodes: Sequence[Node], index: int) -> list[Step]:
    """The siblings on the way from the node at `index` to the root above all of these."""
    steps: list[Step] = []
    while len(nodes) > 1:
        sibling = index ^ 1
        if sibling < len(nodes):
            side: Literal["left", "right"] = "left" if sibling < index else "right"
            steps.append(Step(side=side, hash=nodes[sibling].hash.hex(), sum=nodes[sibling].sum))
        nodes, index = _above(nodes), index // 2
    return steps


def publication(
    *,
    day: date,
    currency: str,
    root: str,
    total: int,
    accounts: int,
    assets: dict[str, int],
    seals: int,
    seal: str,
    previous: str,
) -> str:
    """The digest of what is published for a day and currency, which names the one before."""
    said = [day.isoformat(), currency, root, total, accounts, assets, seals, seal, previous]
    return sha256(b"\2" + json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _above(nodes: Sequence[Node]) -> list[Node]:
    pairs = [parent(left, right) for left, right in zip(nodes[::2], nodes[1::2], strict=False)]
    return pairs + list(nodes[len(pairs) * 2 :])


def _amount(sum: int) -> bytes:
    if not 0 <= sum < _LARGEST:
        raise ProofBroken("a sum is negative or beyond all bounds")
    return sum.to_bytes(_SUM_BYTES, "big")
