-- As many farms and animals as herds.farms and herds.animals say. A tenth has owners; owner0 has the first hundred.
SET session_replication_role = replica;  -- foreign keys are as they should be, by construction

INSERT INTO livestock_types (id, name, name_key, is_active, created_at)
SELECT md5('type' || n)::uuid, 'Type ' || n, 'type ' || n, true, now() FROM generate_series(0, 4) n;

INSERT INTO livestock_breeds (id, livestock_type_id, name, name_key, characteristics, is_active, created_at)
SELECT md5('breed' || n)::uuid, md5('type' || n % 5)::uuid, 'Breed ' || n, 'breed ' || n, '{}', true, now()
FROM generate_series(0, 19) n;

INSERT INTO farms (
    id, name, name_key, latitude, longitude, capacity, current_occupancy, facilities, certifications, created_at
)
SELECT md5('farm' || n)::uuid, 'Farm ' || n, 'farm ' || n, 36 + (n * 7919 % 6000) / 1000.0, 26 + (n * 104729 % 19000) / 1000.0,
    100000, 0, '[]', '[]', now()
FROM generate_series(1, current_setting('herds.farms')::int) n;

INSERT INTO livestock (
    id, version, farm_id, breed_id, livestock_type_id, owner_id, status, tag_number, unique_id_card, sex, date_of_birth,
    weight_kg, price_per_kg_minor, currency, registered_at
)
SELECT
    lpad(to_hex(n), 32, '0')::uuid, 1, md5('farm' || 1 + n % current_setting('herds.farms')::int)::uuid,
    md5('breed' || n % 20)::uuid, md5('type' || n % 5)::uuid,
    CASE WHEN n % 10 = 0 THEN md5('owner' || CASE WHEN n <= 1000 THEN 0 ELSE 1 + n % 970 END)::uuid END,
    CASE WHEN n % 10 = 0 THEN 'assigned' ELSE 'available' END,
    'T' || 100000 + n, 'C' || 100000 + n, CASE WHEN n % 2 = 0 THEN 'male' ELSE 'female' END, now()::date - n % 3000,
    40 + n % 977 / 10.0, 300 + n * 31 % 499, CASE WHEN n % 4 = 0 THEN 'EUR' ELSE 'USD' END, now()
FROM generate_series(1, current_setting('herds.animals')::int) n;

INSERT INTO ownership_history (id, livestock_id, started_at, reason)
SELECT md5('owning' || id)::uuid, id, now(), 'registered' FROM livestock WHERE owner_id = md5('owner0')::uuid;

-- As many farms and animals as herds.farms and herds.animals say. A tenth has owners; owner0 has the first hundred.
SET session_replication_role = DEFAULT;
