CREATE TABLE debts (
    purpose varchar NOT NULL,
    reference_id uuid NOT NULL,
    livestock_id uuid,
    owner_id uuid NOT NULL,
    recorded_at timestamptz,
    settled_at timestamptz,
    PRIMARY KEY (purpose, reference_id)
);

CREATE INDEX debts_open_idx ON debts (livestock_id, owner_id) WHERE settled_at IS NULL;

CREATE TABLE unpaid_blocks (
    source_id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    placed_at timestamptz NOT NULL,
    ended_at timestamptz
);

CREATE UNIQUE INDEX unpaid_blocks_live_key ON unpaid_blocks (livestock_id, owner_id) WHERE ended_at IS NULL;
