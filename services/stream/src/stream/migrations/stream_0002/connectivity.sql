CREATE TABLE device_absences (
    device_id uuid NOT NULL,
    lost_at timestamptz NOT NULL,
    back_at timestamptz,
    state varchar(10) NOT NULL,
    CONSTRAINT device_absences_pkey PRIMARY KEY (device_id, lost_at),
    CONSTRAINT device_absences_state_check CHECK (state IN ('noticed', 'announced', 'ended', 'silent')),
    CONSTRAINT device_absences_back_at_check CHECK (back_at >= lost_at),
    CONSTRAINT device_absences_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id)
);

CREATE INDEX device_absences_open_idx ON device_absences (device_id) WHERE state IN ('noticed', 'announced');
CREATE INDEX device_absences_lost_at_idx ON device_absences (lost_at);

CREATE TABLE device_health (
    device_id uuid NOT NULL,
    slot integer NOT NULL,
    reported_at timestamptz NOT NULL,
    cpu_percent double precision,
    memory_percent double precision,
    disk_percent double precision,
    temperature_celsius double precision,
    uptime_seconds bigint,
    clock_skew_seconds double precision,
    CONSTRAINT device_health_pkey PRIMARY KEY (device_id, slot),
    CONSTRAINT device_health_slot_check CHECK (slot BETWEEN 0 AND 2015),
    CONSTRAINT device_health_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id)
);
