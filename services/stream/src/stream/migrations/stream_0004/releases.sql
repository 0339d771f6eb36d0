CREATE TABLE listings (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    is_open boolean NOT NULL,
    CONSTRAINT listings_pkey PRIMARY KEY (id)
);

CREATE INDEX listings_livestock_id_idx ON listings (livestock_id) WHERE is_open;

CREATE TABLE releases (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    camera_id uuid,
    during tstzrange NOT NULL,
    released_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CONSTRAINT releases_pkey PRIMARY KEY (id),
    CONSTRAINT releases_during_check CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during))
);

CREATE INDEX releases_livestock_id_owner_id_idx ON releases (livestock_id, owner_id) WHERE withdrawn_at IS NULL;
CREATE INDEX releases_owner_id_id_idx ON releases (owner_id, id);
