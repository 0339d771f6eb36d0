CREATE TABLE meals (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    owner_id uuid,
    subscription_id uuid,
    period_id uuid REFERENCES periods (id),
    package_version_id uuid,
    due_at timestamptz NOT NULL,
    local_day date NOT NULL,
    price_minor bigint,
    currency varchar(3),
    charged_minor bigint NOT NULL,
    ration_kg numeric(8, 3),
    state varchar NOT NULL,
    fed_at timestamptz,
    fed_kg numeric(8, 3),
    reason varchar(200),
    log_id uuid,
    logged_by uuid,
    CONSTRAINT meals_state_check CHECK (state IN ('planned', 'fed', 'partly', 'refused', 'missed', 'void')),
    CONSTRAINT meals_price_check CHECK (price_minor >= 0 AND (price_minor IS NULL) = (currency IS NULL)),
    CONSTRAINT meals_charged_minor_check
        CHECK (charged_minor BETWEEN 0 AND coalesce(price_minor, 0) AND (charged_minor = 0 OR state IN ('fed', 'partly'))),
    CONSTRAINT meals_period_id_check CHECK (period_id IS NOT NULL OR charged_minor = 0),
    CONSTRAINT meals_log_id_check CHECK ((log_id IS NOT NULL) = (state IN ('fed', 'partly', 'refused')))
);

CREATE INDEX meals_farm_id_local_day_due_at_idx ON meals (farm_id, local_day, due_at);
CREATE INDEX meals_livestock_id_due_at_idx ON meals (livestock_id, due_at);
CREATE INDEX meals_period_id_idx ON meals (period_id) WHERE period_id IS NOT NULL;
CREATE INDEX meals_missing_idx ON meals (due_at) WHERE state = 'planned';

CREATE TABLE corrections (
    id uuid PRIMARY KEY,
    period_id uuid NOT NULL REFERENCES periods (id),
    meal_id uuid NOT NULL REFERENCES meals (id),
    log_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    amount_minor bigint NOT NULL,
    currency varchar(3) NOT NULL,
    state_before varchar NOT NULL,
    state_after varchar NOT NULL,
    made_at timestamptz NOT NULL,
    settled_at timestamptz
);

CREATE INDEX corrections_period_id_idx ON corrections (period_id);
CREATE INDEX corrections_meal_id_idx ON corrections (meal_id);
