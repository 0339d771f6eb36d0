-- On the farm of barns.sql: a subscription for every animal, of periods.cycle, whose first period has just ended. Every
-- meal of it was fed, two a day.
INSERT INTO packages (
    id, name, name_key, description, package_type, livestock_type_ids, breed_ids, farm_ids, is_basic_ration, version,
    created_at
)
VALUES (md5('meadow')::uuid, 'Meadow', 'meadow', '', 'standard', ARRAY[md5('type')::uuid], '{}', '{}', false, 1, now());

INSERT INTO package_versions (
    id, package_id, number, valid_from, ration_percent, meal_times, ingredients, nutrition, created_at
)
VALUES (
    md5('meadow 1')::uuid, md5('meadow')::uuid, 1, now() - interval '1 year', 3, ARRAY['07:00', '18:30']::time[],
    '[{"name": "Hay", "share_percent": "100"}]', '{}', now()
);

INSERT INTO package_prices (version_id, currency, cycle, price_minor)
SELECT md5('meadow 1')::uuid, 'USD', cycle, 10000 FROM unnest(ARRAY['daily', 'weekly', 'monthly']) AS cycle;

CREATE TEMPORARY TABLE ended AS
SELECT n, md5('animal' || n)::uuid AS livestock_id, md5('owner' || n)::uuid AS owner_id,
    md5('subscription' || n)::uuid AS subscription_id, md5('period' || n)::uuid AS period_id,
    now() - each_time.span - interval '1 minute' AS starts_at, now() - interval '1 minute' AS ends_at
FROM generate_series(1, current_setting('barns.animals')::int) AS n, (
    SELECT CASE current_setting('periods.cycle')
        WHEN 'daily' THEN interval '1 day' WHEN 'weekly' THEN interval '7 days' ELSE interval '1 month'
    END AS span
) AS each_time;

INSERT INTO subscriptions (
    id, livestock_id, owner_id, package_id, currency, cycle, state, version, anchor_at, time_zone, cancel_at_end,
    unpaid_tries, started_at
)
SELECT subscription_id, livestock_id, owner_id, md5('meadow')::uuid, 'USD', current_setting('periods.cycle'), 'active', 1,
    starts_at, 'Europe/Madrid', false, 0, starts_at
FROM ended;

INSERT INTO periods (
    id, subscription_id, livestock_id, farm_id, owner_id, package_version_id, kind, state, starts_at, ends_at, time_zone,
    price_minor, currency, planned_meals, asked_at
)
SELECT period_id, subscription_id, livestock_id, md5('farm')::uuid, owner_id, md5('meadow 1')::uuid, 'package', 'open',
    starts_at, ends_at, 'Europe/Madrid', 10000, 'USD', 2 * greatest(1, extract(day FROM ends_at - starts_at)::int), starts_at
FROM ended;

INSERT INTO meals (
    id, livestock_id, farm_id, owner_id, subscription_id, period_id, package_version_id, due_at, local_day, price_minor,
    currency, charged_minor, ration_kg, state, fed_at, log_id
)
SELECT md5('fed' || n || ' ' || due_at)::uuid, livestock_id, md5('farm')::uuid, owner_id, subscription_id, period_id,
    md5('meadow 1')::uuid, due_at, due_at::date, 100, 'USD', 100, 1.5, 'fed', due_at, md5('log' || n || ' ' || due_at)::uuid
FROM ended, generate_series(starts_at + interval '1 hour', ends_at - interval '1 minute', interval '12 hours') AS due_at;
