"""How far two words are apart."""


def allowed(word: str) -> int:
    """How many errors may be in a word: none in a short one, two in a long one."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def distance(one: str, other: str, *, most: int = 3) -> int:
    """Letters that are added, left out, replaced, or swapped with the next: optimal string alignment, up to `most`."""
    if abs(len(one) - len(other)) >= most:
        return most
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, target in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != target))
            if at > 1 and to > 1 and (letter, one[at - 2]) == (other[to - 2], target):
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
    return min(row[-1], most)
