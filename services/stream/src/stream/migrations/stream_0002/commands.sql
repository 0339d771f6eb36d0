CREATE TABLE device_commands (
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    kind varchar(40) NOT NULL,
    payload jsonb NOT NULL,
    state varchar(10) NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    delivered_at timestamptz,
    deliveries integer NOT NULL,
    ended_at timestamptz,
    note varchar(500),
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT device_commands_pkey PRIMARY KEY (id),
    CONSTRAINT device_commands_state_check
        CHECK (state IN ('pending', 'delivered', 'done', 'failed', 'expired', 'cancelled')),
    CONSTRAINT device_commands_due_at_check CHECK (state IN ('pending', 'delivered') OR due_at IS NULL),
    CONSTRAINT device_commands_ended_at_check CHECK ((state IN ('pending', 'delivered')) = (ended_at IS NULL)),
    CONSTRAINT device_commands_deliveries_check CHECK (deliveries >= 0),
    CONSTRAINT device_commands_attempts_check CHECK (attempts >= 0),
    CONSTRAINT device_commands_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id)
);

CREATE INDEX device_commands_device_id_id_idx ON device_commands (device_id, id);
CREATE INDEX device_commands_open_idx ON device_commands (expires_at) WHERE state IN ('pending', 'delivered');
CREATE INDEX device_commands_open_device_id_idx ON device_commands (device_id, id)
    WHERE state IN ('pending', 'delivered');
CREATE INDEX device_commands_ended_at_idx ON device_commands (ended_at);
CREATE INDEX device_commands_due_at_idx ON device_commands (due_at) WHERE due_at IS NOT NULL;
