CREATE TABLE feeding_logs (
    id uuid PRIMARY KEY,
    recorded_by uuid NOT NULL,
    client_id uuid NOT NULL,
    digest bytea NOT NULL,
    livestock_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    meal_id uuid,
    outcome varchar(10) NOT NULL,
    verdict varchar(10) NOT NULL,
    kg numeric(8, 3),
    is_estimated boolean NOT NULL,
    drawn_kg numeric(8, 3) NOT NULL,
    reason varchar(200),
    corrects_id uuid,
    fed_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT feeding_logs_outcome_check CHECK (outcome IN ('fed', 'partly', 'refused')),
    CONSTRAINT feeding_logs_verdict_check CHECK (verdict IN ('recorded', 'corrected', 'unplanned')),
    CONSTRAINT feeding_logs_kg_check CHECK (kg >= 0 AND (kg = 0 OR outcome <> 'refused')),
    CONSTRAINT feeding_logs_reason_check CHECK (outcome = 'fed' OR reason IS NOT NULL),
    CONSTRAINT feeding_logs_meal_id_check CHECK ((meal_id IS NULL) = (verdict = 'unplanned')),
    UNIQUE (recorded_by, client_id)
);

CREATE INDEX animals_place_idx ON animals (farm_id, coalesce(area_name, ''), id);
CREATE INDEX meals_open_idx ON meals (farm_id, local_day) WHERE state IN ('planned', 'missed');
