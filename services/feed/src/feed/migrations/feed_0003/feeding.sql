CREATE TABLE weighings (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    measured_at timestamptz NOT NULL,
    kg numeric(8, 2),
    is_superseded boolean NOT NULL
);

CREATE INDEX weighings_livestock_id_measured_at_idx ON weighings (livestock_id, measured_at);
