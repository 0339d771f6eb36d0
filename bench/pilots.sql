-- So many animals of players, pilots.each of each player, whose next day is due; yesterday has its tasks, half of them done.
INSERT INTO players (
    user_id, version, handle, handle_key, time_zone, visibility, is_minor, xp, local_day, day_number, day_starts_at, day_ends_at,
    next_day_at, hand_count, joined_at
)
SELECT md5('player' || n)::uuid, 1, 'p' || n, 'p' || n, zone, 'everyone', false, 0, (now() AT TIME ZONE zone)::date - 1, 1,
    ((now() AT TIME ZONE zone)::date - 1)::timestamp AT TIME ZONE zone, (now() AT TIME ZONE zone)::date::timestamp AT TIME ZONE zone,
    (now() AT TIME ZONE zone)::date::timestamp AT TIME ZONE zone, 0, now()
FROM generate_series(1, current_setting('pilots.animals')::int / current_setting('pilots.each')::int) AS n,
    LATERAL (SELECT (ARRAY['Europe/Berlin', 'America/Santiago', 'Asia/Tehran', 'UTC'])[1 + n % 4] AS zone) AS z;

INSERT INTO coin_accounts (owner_id, balance, moved_at) SELECT user_id, 0, now() - interval '3 days' FROM players;

INSERT INTO animals (
    id, version, owner_id, details_version, tag_number, birth_version, place_version, farm_id, weight_version, blocks_version
)
SELECT md5('animal' || n)::uuid, 1, md5('player' || 1 + (n - 1) / current_setting('pilots.each')::int)::uuid, 1, 'EID-' || n, 1, 1,
    md5('farm')::uuid, 1, 1
FROM generate_series(1, current_setting('pilots.animals')::int) AS n;

INSERT INTO ownerships (livestock_id, version, owner_id, began_at)
SELECT id, 1, owner_id, now() - interval '30 days' FROM animals;

INSERT INTO tasks (
    player_id, livestock_id, kind, local_day, starts_at, ends_at, by_hand, xp, coins, done_at, done_by
)
SELECT player.user_id, animal.id, rule.kind, player.local_day, player.day_starts_at, player.day_ends_at, rule.by_hand, rule.xp,
    rule.coins, CASE WHEN rule.by_hand THEN NULL ELSE player.day_starts_at END, CASE WHEN rule.by_hand THEN NULL ELSE 'meal' END
FROM players AS player JOIN animals AS animal ON animal.owner_id = player.user_id, task_rules AS rule WHERE rule.is_daily;

-- A tenth of the animals was fed before the day is made.
INSERT INTO early_evidence (livestock_id, kind, quarter, at)
SELECT animal.id, 'meal', player.day_ends_at, player.day_ends_at
FROM animals AS animal JOIN players AS player ON player.user_id = animal.owner_id
WHERE animal.tag_number LIKE '%7';
