CREATE TABLE prescriptions (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid,
    state varchar(10) NOT NULL,
    medicine_id uuid NOT NULL,
    medicine_name varchar(200) NOT NULL,
    record_type varchar(20) NOT NULL,
    unit varchar(20) NOT NULL,
    dose numeric(12, 3) NOT NULL,
    route varchar(20) NOT NULL,
    every_hours integer NOT NULL,
    times integer NOT NULL,
    first_at timestamptz NOT NULL,
    instructions text,
    meat_days integer NOT NULL,
    milk_days integer NOT NULL,
    antimicrobial_class varchar(40),
    antimicrobial_mg numeric(10, 3),
    weight_kg numeric(8, 2),
    warnings varchar(40)[] NOT NULL,
    cost_minor bigint NOT NULL,
    currency varchar(3) NOT NULL,
    prescribed_by uuid NOT NULL,
    prescribed_at timestamptz NOT NULL,
    dispensed_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT prescriptions_pkey PRIMARY KEY (id),
    CONSTRAINT prescriptions_state_check CHECK (state IN ('prescribed', 'dispensed', 'cancelled', 'stopped')),
    CONSTRAINT prescriptions_dose_check CHECK (dose > 0 AND every_hours > 0 AND times > 0),
    CONSTRAINT prescriptions_cost_check CHECK (cost_minor >= 0),
    CONSTRAINT prescriptions_dispensed_at_check
        CHECK ((state IN ('dispensed', 'stopped')) = (dispensed_at IS NOT NULL)),
    CONSTRAINT prescriptions_ended_at_check CHECK ((state IN ('cancelled', 'stopped')) = (ended_at IS NOT NULL)),
    CONSTRAINT prescriptions_medicine_id_fkey FOREIGN KEY(medicine_id) REFERENCES medicines (id)
);

CREATE INDEX prescriptions_livestock_id_id_idx ON prescriptions (livestock_id, id);
CREATE INDEX prescriptions_request_id_idx ON prescriptions (request_id);
CREATE INDEX prescriptions_undispensed_idx ON prescriptions (id) WHERE state = 'prescribed';
