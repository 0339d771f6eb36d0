-- A farm with barns.animals sheep in ten areas, three meals each on this day, and stock.
INSERT INTO farms (id, version, name, time_zone, staff_version, staff_ids)
VALUES (md5('farm')::uuid, 1, 'Hill Farm', 'UTC', 1, ARRAY[md5('hand')::uuid]);

INSERT INTO animals (
    id, version, details_version, tag_number, birth_version, place_version, farm_id, area_id, area_name,
    weight_version, weight_kg, weighed_at, daily_gain_kg, blocks_version
)
SELECT md5('animal' || n)::uuid, 1, 1, 'EID-' || n, 1, 1, md5('farm')::uuid, md5('area' || n % 10)::uuid,
    'Pen ' || n % 10, 1, 40 + n % 40, now() - interval '20 days', 0.2, 1
FROM generate_series(1, current_setting('barns.animals')::int) AS n;

INSERT INTO packages (
    id, name, name_key, description, package_type, livestock_type_ids, breed_ids, farm_ids, is_basic_ration, version,
    created_at
)
VALUES (md5('package')::uuid, 'Standard', 'standard', '', 'standard', ARRAY[md5('type')::uuid], '{}', '{}', false, 1, now());

INSERT INTO package_versions (
    id, package_id, number, valid_from, ration_percent, meal_times, ingredients, nutrition, created_at
)
VALUES (
    md5('version')::uuid, md5('package')::uuid, 1, now(), 3, ARRAY['06:00', '12:00', '18:00']::time[],
    '[{"name": "Hay", "share_percent": "70"}, {"name": "Barley", "share_percent": "25"}, {"name": "Minerals", "share_percent": "5"}]',
    '{}', now()
);

INSERT INTO meals (
    id, livestock_id, farm_id, package_version_id, due_at, local_day, charged_minor, state
)
SELECT md5('meal' || n || ' ' || hour)::uuid, md5('animal' || n)::uuid, md5('farm')::uuid, md5('version')::uuid,
    now() + hour * interval '1 hour', (now() AT TIME ZONE 'UTC')::date, 0, 'planned'
FROM generate_series(1, current_setting('barns.animals')::int) AS n, unnest(ARRAY[-2, 0, 2]) AS hour;

INSERT INTO feed_lots (
    id, farm_id, ingredient, supplier, lot_number, delivered_at, expires_on, delivered_kg, left_kg, recorded_by, recorded_at
)
SELECT md5('lot' || name || n)::uuid, md5('farm')::uuid, name, 'Mill', 'L-' || n, now() - interval '30 days',
    current_date + 20 + n, 4000, 4000, md5('hand')::uuid, now()
FROM unnest(ARRAY['hay', 'barley', 'minerals']) AS name, generate_series(1, 5) AS n;
