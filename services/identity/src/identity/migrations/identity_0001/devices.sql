CREATE TABLE known_devices (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    digest bytea NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    CONSTRAINT known_devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT known_devices_digest_key UNIQUE (digest)
);
CREATE INDEX known_devices_last_used_at_idx ON known_devices (last_used_at);
CREATE INDEX known_devices_user_id_last_used_at_idx ON known_devices (user_id, last_used_at);
