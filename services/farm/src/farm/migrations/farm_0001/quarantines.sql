CREATE TABLE farm_quarantines (
    id uuid NOT NULL,
    farm_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    started_by uuid NOT NULL,
    note text NOT NULL,
    ended_at timestamptz,
    ended_by uuid,
    end_note text,
    CONSTRAINT farm_quarantines_pkey PRIMARY KEY (id),
    CONSTRAINT farm_quarantines_ended_check CHECK (num_nulls(ended_at, ended_by, end_note) IN (0, 3)),
    CONSTRAINT farm_quarantines_ended_at_check CHECK (ended_at >= started_at),
    CONSTRAINT farm_quarantines_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id)
);

CREATE INDEX farm_quarantines_farm_id_id_idx ON farm_quarantines (farm_id, id);
CREATE UNIQUE INDEX farm_quarantines_standing_key ON farm_quarantines (farm_id) WHERE ended_at IS NULL;
