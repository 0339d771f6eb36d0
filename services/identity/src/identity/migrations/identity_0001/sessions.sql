CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    device_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_at timestamptz,
    address varchar(45),
    user_agent varchar(300),
    authenticated_at timestamptz NOT NULL,
    amr varchar(10)[] NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT sessions_attempts_check CHECK (attempts >= 0),
    CONSTRAINT sessions_announced_check CHECK (due_at IS NULL OR revoked_at IS NOT NULL),
    CONSTRAINT sessions_amr_check CHECK (cardinality(amr) > 0),
    CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT sessions_device_id_fkey FOREIGN KEY (device_id) REFERENCES known_devices (id) ON DELETE SET NULL
);
CREATE INDEX sessions_device_id_idx ON sessions (device_id);
CREATE INDEX sessions_due_at_idx ON sessions (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);
