-- A contest that runs, with boards.entries animals of as many owners, each with a score of its own.
INSERT INTO contests (
    id, version, state, type, title, description, rules, rules_text, prizes, entry_fee, places, places_taken,
    registration_closes_at, starts_at, ends_at, appeal_days, created_at, created_by, opened_at, attempts
)
VALUES (
    md5('contest')::uuid, 1, 'registration_open', 'weight_gain', 'Spring', '',
    '{"scoring": {"kind": "weight_gain"}, "places": 1000000, "ties": "shared", "forbids_sale": false}', '', '[]', 0, 1000000, current_setting('boards.entries')::int,
    now() - interval '2 days', now() - interval '1 day', now() + interval '30 days', 7, now(), md5('admin')::uuid, now(), 0
);

INSERT INTO entries (
    id, contest_id, contest_version, livestock_id, owner_id, state, fee, registered_at, moved_at, frozen_at,
    blind_number, particulars
)
SELECT md5('entry' || n)::uuid, md5('contest')::uuid, 1, md5('animal' || n)::uuid, md5('owner' || n)::uuid, 'competing', 0,
    now() - interval '3 days', now(), now(), n, '{}'
FROM generate_series(1, current_setting('boards.entries')::int) AS n;

INSERT INTO scores (entry_id, contest_id, value, place, parts, computed_at)
SELECT entry_id, md5('contest')::uuid, value,
    lpad((10000000000000000000000000 - value * 1000000)::numeric(26, 0)::text, 26, '0') || '01780000000000000'
        || replace(entry_id::text, '-', ''),
    '{"weighings": 4}', now()
FROM (
    SELECT md5('entry' || n)::uuid AS entry_id, ((n * 7919::bigint) % 1000003)::numeric(24, 6) / 1000000 AS value
    FROM generate_series(1, current_setting('boards.entries')::int) AS n
) AS scored;

UPDATE contests SET state = 'active', started_at = now(), frozen_at = now(), frozen_hash = repeat('0', 64), scoring_version = 1;
