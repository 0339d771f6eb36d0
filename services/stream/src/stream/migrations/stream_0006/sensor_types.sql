CREATE TABLE sensor_types (
    id uuid NOT NULL,
    name varchar(50) NOT NULL,
    version integer NOT NULL,
    kind varchar(10) NOT NULL,
    unit varchar(20) NOT NULL,
    minimum double precision NOT NULL,
    maximum double precision NOT NULL,
    shown_to_owners boolean NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT sensor_types_pkey PRIMARY KEY (id),
    CONSTRAINT sensor_types_name_key UNIQUE (name),
    CONSTRAINT sensor_types_kind_check CHECK (kind IN ('gauge', 'counter', 'state')),
    CONSTRAINT sensor_types_range_check CHECK (
        minimum <= maximum AND minimum >= -1000000000000 AND maximum <= 1000000000000
    )
);

INSERT INTO sensor_types (id, name, version, kind, unit, minimum, maximum, shown_to_owners, created_at)
SELECT gen_random_uuid(), name, 1, kind, unit, minimum, maximum, shown_to_owners, now()
FROM (
    VALUES
    ('temperature', 'gauge', '°C', -100, 150, true),
    ('humidity', 'gauge', '%', 0, 100, true),
    ('air_quality', 'gauge', 'ppm', 0, 100000, true),
    ('water', 'counter', 'L', 0, 1000000000, false),
    ('water_flow', 'gauge', 'L/min', 0, 100000, false),
    ('power', 'gauge', 'W', -10000000, 10000000, false),
    ('energy', 'counter', 'kWh', 0, 1000000000, false),
    ('door', 'state', 'state', 0, 1, false),
    ('latitude', 'gauge', '°', -90, 90, false),
    ('longitude', 'gauge', '°', -180, 180, false)
) AS known (name, kind, unit, minimum, maximum, shown_to_owners);
