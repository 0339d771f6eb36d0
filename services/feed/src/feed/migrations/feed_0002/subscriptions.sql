CREATE TABLE subscriptions (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    package_id uuid NOT NULL REFERENCES packages (id),
    next_package_id uuid REFERENCES packages (id),
    currency varchar(3) NOT NULL,
    cycle varchar NOT NULL,
    state varchar NOT NULL,
    version integer NOT NULL,
    anchor_at timestamptz NOT NULL,
    time_zone varchar(64) NOT NULL,
    cancel_at_end boolean NOT NULL,
    assurance jsonb,
    unpaid_since timestamptz,
    unpaid_tries integer NOT NULL,
    retry_at timestamptz,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason varchar,
    CONSTRAINT subscriptions_cycle_check CHECK (cycle IN ('daily', 'weekly', 'monthly')),
    CONSTRAINT subscriptions_state_check CHECK (state IN ('active', 'unpaid', 'paused', 'cancelled', 'ended')),
    CONSTRAINT subscriptions_ended_at_check CHECK ((state IN ('cancelled', 'ended')) = (ended_at IS NOT NULL)),
    CONSTRAINT subscriptions_end_reason_check CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT subscriptions_unpaid_since_check CHECK (unpaid_since IS NOT NULL OR state <> 'unpaid')
);

CREATE UNIQUE INDEX subscriptions_live_key ON subscriptions (livestock_id) WHERE state IN ('active', 'unpaid', 'paused');
CREATE INDEX subscriptions_owner_id_id_idx ON subscriptions (owner_id, id);
CREATE INDEX subscriptions_package_id_idx ON subscriptions (package_id);
CREATE INDEX subscriptions_next_package_id_idx ON subscriptions (next_package_id) WHERE next_package_id IS NOT NULL;
CREATE INDEX subscriptions_retry_at_idx ON subscriptions (retry_at) WHERE retry_at IS NOT NULL;
