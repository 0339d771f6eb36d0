CREATE TABLE health_records (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    record_type varchar(20) NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    description text,
    diagnosis text,
    treatment text,
    veterinarian_notes text,
    cost_minor bigint,
    currency char(3),
    medicine_id uuid,
    medicine_name varchar(200),
    dose varchar(100),
    last_administered_at timestamptz,
    meat_days integer,
    milk_days integer,
    meat_until timestamptz,
    milk_until timestamptz,
    next_checkup_on date,
    is_due boolean NOT NULL,
    supersedes_id uuid,
    superseded_at timestamptz,
    CONSTRAINT health_records_pkey PRIMARY KEY (id),
    CONSTRAINT health_records_record_type_check CHECK (CASE record_type
        WHEN 'treatment' THEN medicine_id IS NOT NULL
        WHEN 'vaccination' THEN true
        WHEN 'checkup' THEN medicine_id IS NULL
        WHEN 'quarantine_start' THEN medicine_id IS NULL
        WHEN 'quarantine_end' THEN medicine_id IS NULL
        ELSE false END),
    CONSTRAINT health_records_medicine_check
        CHECK (num_nulls(medicine_id, medicine_name, dose, last_administered_at, meat_days, milk_days, meat_until, milk_until) IN (0, 8)),
    CONSTRAINT health_records_days_check CHECK (least(meat_days, milk_days) >= 0),
    CONSTRAINT health_records_until_check CHECK (least(meat_until, milk_until) >= last_administered_at),
    CONSTRAINT health_records_recorded_at_check
        CHECK (occurred_at <= recorded_at AND last_administered_at BETWEEN occurred_at AND recorded_at),
    CONSTRAINT health_records_cost_check CHECK (num_nulls(cost_minor, currency) IN (0, 2) AND cost_minor >= 0),
    CONSTRAINT health_records_is_due_check
        CHECK (NOT is_due OR (next_checkup_on IS NOT NULL AND superseded_at IS NULL)),
    CONSTRAINT health_records_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id),
    CONSTRAINT health_records_medicine_id_fkey FOREIGN KEY(medicine_id) REFERENCES medicines (id),
    CONSTRAINT health_records_supersedes_id_key UNIQUE (supersedes_id),
    CONSTRAINT health_records_supersedes_id_fkey FOREIGN KEY(supersedes_id) REFERENCES health_records (id)
);

CREATE INDEX health_records_due_idx ON health_records (next_checkup_on, id) WHERE is_due;
CREATE INDEX health_records_livestock_id_occurred_at_id_idx ON health_records (livestock_id, occurred_at, id);
