CREATE TABLE recordings (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    began bigint NOT NULL,
    camera_id uuid NOT NULL,
    device_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    during tstzrange NOT NULL,
    duration_ms integer NOT NULL,
    size bigint NOT NULL,
    codec varchar(30) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    recording_class varchar(10) NOT NULL,
    judged_at timestamptz,
    is_held boolean NOT NULL,
    stored_at timestamptz NOT NULL,
    CONSTRAINT recordings_pkey PRIMARY KEY (id),
    CONSTRAINT recordings_content_check CHECK (duration_ms > 0 AND size > 0),
    CONSTRAINT recordings_recording_class_check CHECK (recording_class IN ('continuous', 'detections')),
    CONSTRAINT recordings_session_id_began_key UNIQUE (session_id, began),
    CONSTRAINT recordings_camera_id_fkey FOREIGN KEY(camera_id) REFERENCES cameras (id)
);

CREATE INDEX recordings_camera_id_started_at_idx ON recordings (camera_id, started_at);
CREATE INDEX recordings_started_at_id_idx ON recordings (started_at, id);
CREATE INDEX recordings_removable_idx ON recordings (recording_class, ended_at) WHERE NOT is_held;
CREATE INDEX recordings_unjudged_idx ON recordings (ended_at) WHERE judged_at IS NULL;

CREATE TABLE recording_animals (
    recording_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    detected boolean NOT NULL,
    CONSTRAINT recording_animals_pkey PRIMARY KEY (recording_id, livestock_id),
    CONSTRAINT recording_animals_recording_id_fkey
        FOREIGN KEY(recording_id) REFERENCES recordings (id) ON DELETE CASCADE
);

CREATE INDEX recording_animals_livestock_id_recording_id_idx ON recording_animals (livestock_id, recording_id);

CREATE TABLE recording_holds (
    recording_id uuid NOT NULL,
    held_by uuid NOT NULL,
    kind varchar(10) NOT NULL,
    reason varchar(2000),
    held_at timestamptz NOT NULL,
    CONSTRAINT recording_holds_pkey PRIMARY KEY (recording_id, held_by, kind),
    CONSTRAINT recording_holds_kind_check CHECK (kind IN ('owner', 'legal')),
    CONSTRAINT recording_holds_reason_check CHECK (kind <> 'legal' OR reason IS NOT NULL),
    CONSTRAINT recording_holds_recording_id_fkey FOREIGN KEY(recording_id) REFERENCES recordings (id) ON DELETE CASCADE
);

CREATE INDEX recording_holds_held_by_idx ON recording_holds (held_by);

CREATE TABLE recording_parts (
    session_id uuid NOT NULL,
    began bigint NOT NULL,
    attempts integer NOT NULL,
    leased_until timestamptz NOT NULL,
    reason varchar(20),
    set_aside_at timestamptz,
    CONSTRAINT recording_parts_pkey PRIMARY KEY (session_id, began),
    CONSTRAINT recording_parts_reason_check
        CHECK (reason IN ('empty', 'corrupt', 'took_too_long', 'unknown_session')),
    CONSTRAINT recording_parts_aside_check CHECK ((reason IS NULL) = (set_aside_at IS NULL))
);

CREATE INDEX recording_parts_aside_idx ON recording_parts (set_aside_at) WHERE set_aside_at IS NOT NULL;

CREATE TABLE low_disks (
    id uuid NOT NULL,
    place varchar(20) NOT NULL,
    since timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT low_disks_pkey PRIMARY KEY (id)
);
