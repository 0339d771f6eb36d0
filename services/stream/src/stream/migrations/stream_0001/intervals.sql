CREATE TABLE ownership_intervals (
    livestock_id uuid NOT NULL,
    version bigint NOT NULL,
    owner_id uuid NOT NULL,
    during tstzrange NOT NULL,
    CONSTRAINT ownership_intervals_pkey PRIMARY KEY (livestock_id, version),
    CONSTRAINT ownership_intervals_during_excl EXCLUDE USING gist (livestock_id WITH =, during WITH &&)
);

CREATE INDEX ownership_intervals_owner_id_livestock_id_idx ON ownership_intervals (owner_id, livestock_id);
