CREATE TABLE periods (
    id uuid PRIMARY KEY,
    subscription_id uuid NOT NULL REFERENCES subscriptions (id),
    livestock_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    package_version_id uuid NOT NULL REFERENCES package_versions (id),
    kind varchar NOT NULL,
    state varchar NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    time_zone varchar(64) NOT NULL,
    price_minor bigint NOT NULL,
    currency varchar(3) NOT NULL,
    planned_meals integer NOT NULL,
    asked_at timestamptz NOT NULL,
    closed_at timestamptz,
    close_reason varchar,
    charged_minor bigint,
    settled_at timestamptz,
    refusal varchar,
    CONSTRAINT periods_kind_check CHECK (kind IN ('package', 'welfare')),
    CONSTRAINT periods_state_check CHECK (state IN ('asked', 'open', 'settling', 'settled', 'refused')),
    CONSTRAINT periods_times_check CHECK (starts_at < ends_at),
    CONSTRAINT periods_price_minor_check CHECK (price_minor > 0),
    CONSTRAINT periods_charged_minor_check CHECK (charged_minor BETWEEN 0 AND price_minor),
    CONSTRAINT periods_closed_at_check CHECK (closed_at IS NOT NULL OR state IN ('asked', 'open')),
    CONSTRAINT periods_close_reason_check CHECK ((closed_at IS NULL) = (close_reason IS NULL)),
    CONSTRAINT periods_settled_at_check CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
    CONSTRAINT periods_settled_charge_check CHECK (charged_minor IS NOT NULL OR state NOT IN ('settling', 'settled'))
);

CREATE UNIQUE INDEX periods_live_key ON periods (subscription_id, kind)
    WHERE closed_at IS NULL AND state IN ('asked', 'open');
CREATE INDEX periods_due_idx ON periods (ends_at) WHERE closed_at IS NULL AND state IN ('asked', 'open');
CREATE INDEX periods_subscription_id_id_idx ON periods (subscription_id, id);
CREATE INDEX periods_owner_id_id_idx ON periods (owner_id, id);
CREATE INDEX periods_package_version_id_idx ON periods (package_version_id);
CREATE INDEX periods_settling_idx ON periods (closed_at) WHERE closed_at IS NOT NULL AND state IN ('asked', 'open', 'settling');
