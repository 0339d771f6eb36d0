CREATE TABLE doses (
    id uuid NOT NULL,
    prescription_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    number integer NOT NULL,
    planned_at timestamptz NOT NULL,
    state varchar(10) NOT NULL,
    reminded_at timestamptz,
    done_at timestamptz,
    farm_id uuid,
    CONSTRAINT doses_pkey PRIMARY KEY (id),
    CONSTRAINT doses_prescription_id_number_key UNIQUE (prescription_id, number),
    CONSTRAINT doses_state_check
        CHECK (state IN ('planned', 'missed', 'refused', 'skipped', 'cancelled', 'given')),
    CONSTRAINT doses_done_at_check CHECK ((state = 'given') = (done_at IS NOT NULL)),
    CONSTRAINT doses_prescription_id_fkey FOREIGN KEY(prescription_id) REFERENCES prescriptions (id)
);

CREATE INDEX doses_planned_at_id_idx ON doses (planned_at, id);
CREATE INDEX doses_waiting_idx ON doses (planned_at) WHERE state = 'planned';
CREATE INDEX doses_unreminded_idx ON doses (planned_at) WHERE state = 'planned' AND reminded_at IS NULL;
CREATE INDEX doses_given_idx ON doses (farm_id, done_at) WHERE state = 'given';

CREATE TABLE medication_log (
    id uuid NOT NULL,
    dose_id uuid NOT NULL,
    outcome varchar(10) NOT NULL,
    happened_at timestamptz NOT NULL,
    reason text,
    logged_at timestamptz NOT NULL,
    logged_by uuid NOT NULL,
    client_id uuid,
    CONSTRAINT medication_log_pkey PRIMARY KEY (id),
    CONSTRAINT medication_log_client_id_key UNIQUE (logged_by, client_id),
    CONSTRAINT medication_log_outcome_check CHECK (outcome IN ('given', 'refused', 'skipped')),
    CONSTRAINT medication_log_reason_check CHECK (outcome = 'given' OR reason IS NOT NULL),
    CONSTRAINT medication_log_dose_id_fkey FOREIGN KEY(dose_id) REFERENCES doses (id)
);

CREATE INDEX medication_log_dose_id_idx ON medication_log (dose_id);

CREATE TRIGGER medication_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON medication_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_medicines();
