CREATE TABLE publishers (
    id uuid NOT NULL,
    camera_id uuid NOT NULL,
    device_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    state varchar(10) NOT NULL,
    key_digest bytea NOT NULL,
    moment varchar NOT NULL,
    offered_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    started_at timestamptz,
    heard_at timestamptz,
    ended_at timestamptz,
    end_reason varchar(20),
    CONSTRAINT publishers_pkey PRIMARY KEY (id),
    CONSTRAINT publishers_state_check CHECK (state IN ('offered', 'live', 'ended')),
    CONSTRAINT publishers_ended_at_check CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
    CONSTRAINT publishers_started_at_check CHECK (
        state <> 'live' OR (started_at IS NOT NULL AND heard_at IS NOT NULL)
    ),
    CONSTRAINT publishers_key_digest_key UNIQUE (key_digest),
    CONSTRAINT publishers_camera_id_fkey FOREIGN KEY(camera_id) REFERENCES cameras (id),
    CONSTRAINT publishers_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id)
);

CREATE UNIQUE INDEX publishers_offered_key ON publishers (camera_id) WHERE state = 'offered';
CREATE UNIQUE INDEX publishers_live_key ON publishers (camera_id) WHERE state = 'live';
CREATE INDEX publishers_camera_id_started_at_idx ON publishers (camera_id, started_at);
CREATE INDEX publishers_device_id_id_idx ON publishers (device_id, id);
