CREATE TABLE snapshots (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    camera_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    requested_by uuid NOT NULL,
    taken_at timestamptz NOT NULL,
    size integer NOT NULL,
    CONSTRAINT snapshots_pkey PRIMARY KEY (id),
    CONSTRAINT snapshots_size_check CHECK (size > 0),
    CONSTRAINT snapshots_camera_id_fkey FOREIGN KEY(camera_id) REFERENCES cameras (id)
);

CREATE INDEX snapshots_livestock_id_taken_at_id_idx ON snapshots (livestock_id, taken_at, id);
CREATE INDEX snapshots_taken_at_idx ON snapshots (taken_at);
