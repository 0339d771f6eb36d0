CREATE TABLE device_former_keys (
    device_id uuid NOT NULL,
    ended_at timestamptz NOT NULL,
    public_key bytea NOT NULL,
    registered_at timestamptz NOT NULL,
    CONSTRAINT device_former_keys_pkey PRIMARY KEY (device_id, ended_at),
    CONSTRAINT device_former_keys_public_key_check CHECK (octet_length(public_key) = 32),
    CONSTRAINT device_former_keys_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id)
);

CREATE TABLE claim_attempts (
    bucket integer NOT NULL,
    count integer NOT NULL,
    since timestamptz NOT NULL,
    CONSTRAINT claim_attempts_pkey PRIMARY KEY (bucket)
);
