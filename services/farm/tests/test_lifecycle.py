"""Whatever happens to animals at once, the register, the animals, their owners and the farms agree."""

import asyncio
from collections import defaultdict
from random import Random

from amigok_chassis import clock
from amigok_chassis.ids import new_id

ANNA, BORA = new_id(), new_id()

DISAGREEMENTS = {
    "status": """
        SELECT l.id FROM livestock l JOIN LATERAL (
            SELECT * FROM livestock_movements m WHERE m.livestock_id = l.id ORDER BY version DESC LIMIT 1
        ) AS newest ON true
        WHERE l.status <> CASE newest.kind WHEN 'died' THEN 'deceased' WHEN 'removed' THEN 'removed'
            ELSE CASE WHEN l.owner_id IS NULL THEN 'available' ELSE 'assigned' END END
            OR newest.to_farm_id <> l.farm_id OR newest.version > l.version
    """,
    "places": """
        SELECT f.id FROM farms f LEFT JOIN livestock l
            ON l.farm_id = f.id AND l.status IN ('available', 'assigned')
        GROUP BY f.id HAVING count(l.id) <> f.current_occupancy
    """,
    "chain": """
        SELECT id FROM (
            SELECT id, from_farm_id, kind, lag(to_farm_id) OVER (PARTITION BY livestock_id ORDER BY version) AS before
            FROM livestock_movements
        ) AS rows
        WHERE from_farm_id IS DISTINCT FROM before AND kind <> 'corrected' AND before IS NOT NULL
    """,
    "owners": """
        SELECT l.id FROM livestock l LEFT JOIN ownership_history o ON o.livestock_id = l.id AND o.ended_at IS NULL
        WHERE (l.status = 'removed') <> (o.id IS NULL) OR o.owner_id IS DISTINCT FROM l.owner_id
    """,
    "blocks": """
        SELECT b.id FROM sale_blocks b LEFT JOIN removals w ON w.id = b.source_id
        WHERE b.reason = 'removal_requested' AND (b.cleared_at IS NULL) <> (w.state IN ('requested', 'scheduled'))
    """,
    "removals": """
        SELECT w.id FROM removals w JOIN livestock l ON l.id = w.livestock_id
        WHERE w.state IN ('requested', 'scheduled') AND (l.status <> 'assigned' OR l.owner_id <> w.owner_id)
    """,
}


async def test_the_register_and_the_animals_agree_whatever_happens_at_once(yard, rig):
    dice = Random(7)
    farms = [yard.farm_id, *[await yard.add_farm(f"Farm {number}", capacity=7) for number in range(2)]]
    animals = [await yard.register(date_of_birth=None) for _ in range(6)]

    async def post(path, role="admin", user=None, **body):
        kwargs = {"json": body} if body else {}
        return await rig.request("POST", f"/api/v1/{path}", user=user or yard.admin, role=role, **kwargs)

    async def request_removal(animal):
        wished = clock.now().date().isoformat()
        asked = await post(f"livestock/{animal}/withdraw-request", user=ANNA, reason="Home.", wished_on=wished)
        if asked.status_code == 201:
            path = f"admin/removals/{asked.json()['id']}"
            await post(f"{path}/approve", version=1, scheduled_on=wished, fee={"amount": "1.00", "currency": "USD"})
            end = {"complete": {}, "reject": {"reason": "Not now."}}
            step = dice.choice([*end])
            return await post(f"{path}/{step}", version=2, **end[step])
        return asked

    async def sell(animal):
        buyer, seller = dice.choice([(ANNA, None), (BORA, ANNA), (ANNA, BORA)])
        await yard.sell(animal, buyer, seller)

    async def move(animal):
        there, here = dice.choice(farms), (await yard.get(f"livestock/{animal}")).json()["farm_id"]
        return await post(f"admin/livestock/{animal}/move", farm_id=there, from_farm_id=here)

    async def revert(animal):
        death = (await yard.get(f"livestock/{animal}/death", yard.admin, "admin")).json()
        path = f"admin/livestock/{animal}/death/revert"
        answer = await post(path, death_id=death.get("id", str(ANNA)), reason="Wrong tag.")
        return answer if answer.status_code != 202 else await rig.decided(answer)

    def lamb():
        tag = next(yard.tags)
        return {"sex": "female", "tag_number": tag, "unique_id_card": tag, "weight_kg": "4.00"}

    deeds = [
        sell,
        sell,
        request_removal,
        move,
        move,
        lambda animal: post(f"livestock/{animal}/death", cause="Bloat.", died_at=clock.now().isoformat()),
        revert,
        lambda animal: post(f"livestock/{animal}/births", born_at=clock.now().isoformat(), offspring=[lamb()]),
    ]
    answers = defaultdict(int)
    for _ in range(12):
        done = await asyncio.gather(*(dice.choice(deeds)(dice.choice(animals)) for _ in range(12)))
        for answer in done:
            answers[answer.status_code if answer is not None else "order"] += 1
    assert set(answers) <= {200, 201, 404, 403, 409, "order"}, answers
    for name, question in DISAGREEMENTS.items():
        assert await rig.db.fetch(question) == [], name
    kinds = await rig.db.fetch("SELECT DISTINCT kind FROM livestock_movements")
    assert len(kinds) >= 5, kinds
