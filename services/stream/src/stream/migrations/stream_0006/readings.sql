CREATE TABLE readings (
    sensor_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    value double precision NOT NULL,
    CONSTRAINT readings_pkey PRIMARY KEY (sensor_id, recorded_at)
) PARTITION BY RANGE (recorded_at);

-- Each row changes with every batch while its hour or day lasts; no index has what changes.
CREATE TABLE reading_hours (
    sensor_id uuid NOT NULL,
    began_at timestamptz NOT NULL,
    minimum double precision NOT NULL,
    maximum double precision NOT NULL,
    total double precision NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT reading_hours_pkey PRIMARY KEY (sensor_id, began_at),
    CONSTRAINT reading_hours_count_check CHECK (count > 0)
) WITH (fillfactor = 80);

CREATE TABLE reading_days (
    sensor_id uuid NOT NULL,
    began_at timestamptz NOT NULL,
    minimum double precision NOT NULL,
    maximum double precision NOT NULL,
    total double precision NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT reading_days_pkey PRIMARY KEY (sensor_id, began_at),
    CONSTRAINT reading_days_count_check CHECK (count > 0)
) WITH (fillfactor = 80);

CREATE TABLE refused_readings (
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    sensor varchar(100),
    code varchar(30) NOT NULL,
    content text NOT NULL,
    refused_at timestamptz NOT NULL,
    CONSTRAINT refused_readings_pkey PRIMARY KEY (id)
);

CREATE INDEX refused_readings_device_id_id_idx ON refused_readings (device_id, id);
