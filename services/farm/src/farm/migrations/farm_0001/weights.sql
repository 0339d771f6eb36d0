CREATE TABLE livestock_weights (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    weight_kg numeric(6, 2) NOT NULL,
    measured_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    supersedes_id uuid,
    reason varchar(200),
    superseded_at timestamptz,
    CONSTRAINT livestock_weights_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_weights_weight_kg_check CHECK (weight_kg BETWEEN 0.1 AND 5000),
    CONSTRAINT livestock_weights_measured_at_check CHECK (measured_at <= recorded_at),
    CONSTRAINT livestock_weights_reason_check CHECK ((supersedes_id IS NULL) = (reason IS NULL)),
    CONSTRAINT livestock_weights_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id),
    CONSTRAINT livestock_weights_supersedes_id_key UNIQUE (supersedes_id),
    CONSTRAINT livestock_weights_supersedes_id_fkey FOREIGN KEY(supersedes_id) REFERENCES livestock_weights (id)
);

CREATE INDEX livestock_weights_livestock_id_measured_at_id_idx ON livestock_weights (livestock_id, measured_at, id);
CREATE UNIQUE INDEX livestock_weights_standing_key ON livestock_weights (livestock_id, measured_at)
    WHERE superseded_at IS NULL;
