CREATE TABLE births (
    id uuid NOT NULL,
    dam_id uuid NOT NULL,
    owner_id uuid,
    born_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid,
    CONSTRAINT births_pkey PRIMARY KEY (id),
    CONSTRAINT births_born_at_check CHECK (born_at <= recorded_at),
    CONSTRAINT births_confirmed_check CHECK (num_nulls(confirmed_at, confirmed_by) IN (0, 2)),
    CONSTRAINT births_dam_id_fkey FOREIGN KEY(dam_id) REFERENCES livestock (id)
);

CREATE INDEX births_dam_id_id_idx ON births (dam_id, id);
CREATE INDEX births_unconfirmed_idx ON births (id) WHERE confirmed_at IS NULL;
