-- A year of the days of sensors, as 100 readings a day of each leave them: `sensors.count` of them.
INSERT INTO farms (id, version, time_zone, staff_version, staff_ids)
VALUES (md5('farm')::uuid, 1, 'UTC', 1, ARRAY[md5('hand')::uuid]);
INSERT INTO devices (id, version, name, serial, farm_id, created_at, created_by, registered_at, heard_at)
VALUES (md5('device')::uuid, 1, 'Barn', 'JN-1', md5('farm')::uuid, now(), md5('farm')::uuid, now(), now());
INSERT INTO sensors (id, device_id, farm_id, name, type, unit, created_at)
SELECT md5('sensor' || n)::uuid, md5('device')::uuid, md5('farm')::uuid, 's' || n, 'temperature', '°C', now()
FROM generate_series(1, current_setting('sensors.count')::int) AS n;
INSERT INTO reading_days (sensor_id, began_at, minimum, maximum, total, count)
SELECT md5('sensor' || n)::uuid, date_trunc('day', now(), 'UTC') - day * interval '1 day', 10, 30, 2000, 100
FROM generate_series(1, current_setting('sensors.count')::int) AS n CROSS JOIN generate_series(1, 365) AS day;
