CREATE TABLE money_arrivals (
    owner_id uuid PRIMARY KEY,
    arrived_at timestamptz NOT NULL
);

CREATE INDEX subscriptions_unpaid_idx ON subscriptions (owner_id, retry_at) WHERE state = 'unpaid';
CREATE INDEX periods_asked_idx ON periods (owner_id) WHERE state = 'asked';
