CREATE TABLE farm_staff (
    farm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT farm_staff_pkey PRIMARY KEY (farm_id, user_id),
    CONSTRAINT farm_staff_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id)
);

CREATE INDEX farm_staff_user_id_idx ON farm_staff (user_id);
