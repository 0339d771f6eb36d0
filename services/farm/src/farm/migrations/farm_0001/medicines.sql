CREATE TABLE medicines (
    id uuid NOT NULL,
    name varchar(200) NOT NULL,
    active_substance varchar(200) NOT NULL,
    prescription_only boolean NOT NULL,
    version integer DEFAULT '1' NOT NULL,
    created_at timestamptz NOT NULL,
    retired_at timestamptz,
    name_key text NOT NULL,
    CONSTRAINT medicines_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX medicines_name_key ON medicines (name_key) WHERE retired_at IS NULL;

CREATE TABLE withdrawal_periods (
    medicine_id uuid NOT NULL,
    livestock_type_id uuid NOT NULL,
    meat_days integer NOT NULL,
    milk_days integer NOT NULL,
    CONSTRAINT withdrawal_periods_pkey PRIMARY KEY (medicine_id, livestock_type_id),
    CONSTRAINT withdrawal_periods_meat_days_check CHECK (meat_days BETWEEN 0 AND 730),
    CONSTRAINT withdrawal_periods_milk_days_check CHECK (milk_days BETWEEN 0 AND 730),
    CONSTRAINT withdrawal_periods_medicine_id_fkey FOREIGN KEY(medicine_id) REFERENCES medicines (id),
    CONSTRAINT withdrawal_periods_livestock_type_id_fkey FOREIGN KEY(livestock_type_id) REFERENCES livestock_types (id)
);

CREATE INDEX withdrawal_periods_livestock_type_id_idx ON withdrawal_periods (livestock_type_id);
