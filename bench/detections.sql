-- A farm with 1,000 animals and two devices with ten cameras each, and as many detections in the last 300 days as
-- `detections.rows` says. The table's indexes are made after its rows.
CREATE FUNCTION made(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT md5(name)::uuid';

INSERT INTO farms (id, version, name, time_zone, staff_version, staff_ids)
VALUES (made('farm'), 1, 'Hill Farm', 'UTC', 1, '{}');

INSERT INTO animals (id, version, owner_id, details_version, tag_number, birth_version, place_version, farm_id,
    weight_version, blocks_version)
SELECT made('animal' || n), 1, made('owner'), 1, 'TAG' || n, 0, 1, made('farm'), 0, 0 FROM generate_series(1, 1000) AS n;

INSERT INTO cards (livestock_id, kind, version, key)
SELECT made('animal' || n), 'tag', 1, 'TAG' || n FROM generate_series(1, 1000) AS n;

INSERT INTO ownership_intervals (livestock_id, version, owner_id, during)
SELECT made('animal' || n), 1, made('owner'), tstzrange(now() - interval '400 days', NULL)
FROM generate_series(1, 1000) AS n;

INSERT INTO devices (id, version, name, serial, farm_id, registered_at, created_at, created_by)
SELECT made('device' || n), 1, 'Device', 'JN-' || n, made('farm'), now(), now(), made('admin')
FROM generate_series(1, 2) AS n;

INSERT INTO device_credentials (digest, device_id, created_at)
SELECT sha256('secret'), made('device1'), now() UNION ALL SELECT sha256('secret2'), made('device2'), now();

INSERT INTO cameras (id, version, device_id, farm_id, name, area_id, recording, detection_enabled, is_active,
    created_at, created_by)
SELECT made('camera' || n), 1, made('device' || n % 2 + 1), made('farm'), 'Camera', made('area' || n % 4),
    'continuous', true, true, now(), made('admin')
FROM generate_series(0, 19) AS n;

CREATE TEMPORARY TABLE later ON COMMIT PRESERVE ROWS AS
SELECT indexname AS name, replace(indexdef, ' ON ONLY ', ' ON ') AS definition
FROM pg_indexes WHERE tablename = 'detections' AND indexname <> 'detections_pkey';

DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT * FROM later LOOP EXECUTE 'DROP INDEX ' || each.name; END LOOP;
    ALTER TABLE detections DROP CONSTRAINT detections_pkey;
END $$;

INSERT INTO detections (device_id, event_id, detected_at, device_at, received_at, livestock_id, camera_id, farm_id,
    area_id, position, marks, confidence, card, card_key)
SELECT made('device' || n % 2 + 1), gen_random_uuid(), at, at, at, made('animal' || n % 1000 + 1),
    made('camera' || n % 20), made('farm'), made('area' || n % 4), 0, 0, 9000, 'TAG' || n % 1000 + 1,
    'TAG' || n % 1000 + 1
FROM (
    SELECT n, now() - interval '1 hour' - interval '300 days' * (n::float / current_setting('detections.rows')::int) AS at
    FROM generate_series(1, current_setting('detections.rows')::int) AS n
) AS spread;

ALTER TABLE detections ADD CONSTRAINT detections_pkey PRIMARY KEY (device_id, event_id, detected_at);
DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT * FROM later LOOP EXECUTE each.definition; END LOOP;
END $$;

INSERT INTO sightings (livestock_id, camera_id, device_id, event_id, farm_id, area_id, is_home, confidence, first_at,
    detected_at, told_at)
SELECT DISTINCT ON (livestock_id) livestock_id, camera_id, device_id, event_id, farm_id, area_id, true, confidence,
    detected_at, detected_at, detected_at
FROM detections WHERE detected_at > now() - interval '5 days' ORDER BY livestock_id, detected_at DESC;
