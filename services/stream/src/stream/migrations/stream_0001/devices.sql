CREATE TABLE devices (
    id uuid NOT NULL,
    version integer NOT NULL,
    name varchar(100) NOT NULL,
    serial varchar(100) NOT NULL,
    farm_id uuid NOT NULL,
    previous_farm_id uuid,
    moved_at timestamptz,
    capabilities text[] DEFAULT '{}'::text[] NOT NULL,
    ip_address varchar(45),
    local_address varchar(500),
    claim_digest bytea,
    claim_expires_at timestamptz,
    public_key bytea,
    model_version varchar(50),
    registered_at timestamptz,
    heard_at timestamptz,
    back_at timestamptz,
    maintenance_from timestamptz,
    maintenance_until timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT devices_pkey PRIMARY KEY (id),
    CONSTRAINT devices_public_key_check CHECK (octet_length(public_key) = 32),
    CONSTRAINT devices_moved_at_check CHECK ((moved_at IS NULL) = (previous_farm_id IS NULL)),
    CONSTRAINT devices_maintenance_check CHECK (maintenance_from < maintenance_until)
) WITH (fillfactor = 70);

CREATE UNIQUE INDEX devices_serial_key ON devices (serial) WHERE revoked_at IS NULL;
CREATE INDEX devices_farm_id_id_idx ON devices (farm_id, id);

CREATE TABLE device_credentials (
    digest bytea NOT NULL,
    device_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    CONSTRAINT device_credentials_pkey PRIMARY KEY (digest),
    CONSTRAINT device_credentials_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id) ON DELETE CASCADE
);

CREATE INDEX device_credentials_device_id_idx ON device_credentials (device_id);
