CREATE TABLE equipment (
    id uuid NOT NULL,
    version integer NOT NULL,
    farm_id uuid NOT NULL,
    area_id uuid,
    name varchar(100) NOT NULL,
    name_key text NOT NULL,
    kind varchar(20) NOT NULL,
    model varchar(100),
    manufacturer varchar(100),
    serial varchar(100),
    location varchar(200),
    low double precision NOT NULL,
    high double precision NOT NULL,
    allowed_minutes integer NOT NULL,
    rated_power_w double precision,
    daily_energy_kwh double precision,
    notes text NOT NULL,
    status varchar(20) NOT NULL,
    status_since timestamptz NOT NULL,
    range_since timestamptz NOT NULL,
    retired_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT equipment_pkey PRIMARY KEY (id),
    CONSTRAINT equipment_kind_check CHECK (kind IN ('refrigerator', 'freezer', 'milk_tank', 'cold_room', 'other')),
    CONSTRAINT equipment_status_check CHECK (status IN ('on', 'off', 'maintenance')),
    CONSTRAINT equipment_range_check CHECK (low < high),
    CONSTRAINT equipment_allowed_minutes_check CHECK (allowed_minutes BETWEEN 0 AND 10080)
);

CREATE UNIQUE INDEX equipment_name_key ON equipment (farm_id, name_key) WHERE retired_at IS NULL;
CREATE INDEX equipment_farm_id_id_idx ON equipment (farm_id, id);

CREATE TABLE equipment_changes (
    id uuid NOT NULL,
    equipment_id uuid NOT NULL,
    status varchar(20) NOT NULL,
    note text,
    changed_at timestamptz NOT NULL,
    changed_by uuid NOT NULL,
    CONSTRAINT equipment_changes_pkey PRIMARY KEY (id),
    CONSTRAINT equipment_changes_status_check CHECK (status IN ('on', 'off', 'maintenance', 'retired')),
    CONSTRAINT equipment_changes_equipment_id_fkey FOREIGN KEY(equipment_id) REFERENCES equipment (id)
);

CREATE INDEX equipment_changes_equipment_id_id_idx ON equipment_changes (equipment_id, id);

CREATE TABLE equipment_sensors (
    id uuid NOT NULL,
    equipment_id uuid NOT NULL,
    sensor_id uuid NOT NULL,
    role varchar(20) NOT NULL,
    attached_at timestamptz NOT NULL,
    detached_at timestamptz,
    CONSTRAINT equipment_sensors_pkey PRIMARY KEY (id),
    CONSTRAINT equipment_sensors_role_check CHECK (role IN ('temperature', 'power', 'door')),
    CONSTRAINT equipment_sensors_detached_at_check CHECK (detached_at >= attached_at),
    CONSTRAINT equipment_sensors_equipment_id_fkey FOREIGN KEY(equipment_id) REFERENCES equipment (id),
    CONSTRAINT equipment_sensors_sensor_id_fkey FOREIGN KEY(sensor_id) REFERENCES sensors (id)
);

CREATE UNIQUE INDEX equipment_sensors_sensor_id_key ON equipment_sensors (sensor_id) WHERE detached_at IS NULL;
CREATE INDEX equipment_sensors_equipment_id_id_idx ON equipment_sensors (equipment_id, id);
