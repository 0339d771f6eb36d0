CREATE TABLE scores (
    entry_id uuid NOT NULL,
    contest_id uuid NOT NULL,
    value numeric(24, 6),
    place text COLLATE "C" NOT NULL,
    parts jsonb NOT NULL,
    computed_at timestamptz NOT NULL,
    CONSTRAINT scores_pkey PRIMARY KEY (entry_id),
    CONSTRAINT scores_entry_id_fkey FOREIGN KEY(entry_id) REFERENCES entries (id)
);

CREATE UNIQUE INDEX scores_place_key ON scores (contest_id, place);
