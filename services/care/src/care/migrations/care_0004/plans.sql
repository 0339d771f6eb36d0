CREATE TABLE vaccination_plans (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    is_active boolean NOT NULL DEFAULT true,
    name varchar(100) NOT NULL,
    name_key text NOT NULL,
    livestock_type_id uuid NOT NULL,
    currency varchar(3) NOT NULL
);
CREATE UNIQUE INDEX vaccination_plans_name_key ON vaccination_plans (name_key);
CREATE INDEX vaccination_plans_livestock_type_id_idx ON vaccination_plans (livestock_type_id);

CREATE TABLE plan_doses (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES vaccination_plans,
    is_active boolean NOT NULL DEFAULT true,
    service_id uuid NOT NULL REFERENCES care_services,
    age_days integer NOT NULL,
    repeat_months integer,
    mandatory boolean NOT NULL,
    lead_days integer NOT NULL,
    remind_days integer NOT NULL,
    CONSTRAINT plan_doses_age_days_check CHECK (age_days BETWEEN 0 AND 10000),
    CONSTRAINT plan_doses_repeat_months_check CHECK (repeat_months BETWEEN 1 AND 120),
    CONSTRAINT plan_doses_remind_days_check CHECK (remind_days BETWEEN 0 AND lead_days AND lead_days <= 180)
);
CREATE INDEX plan_doses_plan_id_idx ON plan_doses (plan_id);
CREATE INDEX plan_doses_service_id_idx ON plan_doses (service_id);

CREATE TABLE planned_vaccinations (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    dose_id uuid NOT NULL REFERENCES plan_doses,
    round integer NOT NULL DEFAULT 0,
    state varchar(10) NOT NULL,
    due_on date NOT NULL,
    given_on date,
    source_id uuid NOT NULL,
    request_id uuid REFERENCES care_requests,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    CONSTRAINT planned_vaccinations_state_check CHECK (state IN ('planned', 'requested', 'given', 'missed', 'left')),
    CONSTRAINT planned_vaccinations_given_on_check CHECK ((state = 'given') = (given_on IS NOT NULL)),
    CONSTRAINT planned_vaccinations_request_id_check CHECK (state <> 'requested' OR request_id IS NOT NULL),
    CONSTRAINT planned_vaccinations_attempts_check CHECK (attempts >= 0),
    CONSTRAINT planned_vaccinations_livestock_id_dose_id_round_key UNIQUE (livestock_id, dose_id, round)
);
CREATE INDEX planned_vaccinations_due_at_idx ON planned_vaccinations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX planned_vaccinations_dose_id_state_idx ON planned_vaccinations (dose_id, state);
CREATE INDEX planned_vaccinations_request_id_idx ON planned_vaccinations (request_id) WHERE request_id IS NOT NULL;
