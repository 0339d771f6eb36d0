CREATE TABLE sensors (
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    area_id uuid,
    name varchar(100) NOT NULL,
    type varchar(50) NOT NULL,
    unit varchar(20) NOT NULL,
    created_at timestamptz NOT NULL,
    last_recorded_at timestamptz,
    last_value double precision,
    unjudged_from timestamptz,
    CONSTRAINT sensors_pkey PRIMARY KEY (id),
    CONSTRAINT sensors_device_id_farm_id_name_key UNIQUE (device_id, farm_id, name),
    CONSTRAINT sensors_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id),
    CONSTRAINT sensors_type_fkey FOREIGN KEY(type) REFERENCES sensor_types (name)
);

CREATE INDEX sensors_farm_id_type_idx ON sensors (farm_id, type);
CREATE INDEX sensors_unjudged_idx ON sensors (unjudged_from) WHERE unjudged_from IS NOT NULL;

CREATE INDEX sensors_farm_id_area_id_id_idx ON sensors (farm_id, area_id, id);
