CREATE TABLE farm_announcements (
    farm_id uuid NOT NULL,
    announced_to uuid NOT NULL,
    CONSTRAINT farm_announcements_pkey PRIMARY KEY (farm_id),
    CONSTRAINT farm_announcements_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id)
);

CREATE TABLE sale_blocks (
    id uuid NOT NULL,
    livestock_id uuid,
    farm_id uuid,
    reason varchar(40) NOT NULL,
    source_id uuid NOT NULL,
    placed_at timestamptz NOT NULL,
    until timestamptz,
    cleared_at timestamptz,
    CONSTRAINT sale_blocks_pkey PRIMARY KEY (id),
    CONSTRAINT sale_blocks_subject_check CHECK (num_nonnulls(livestock_id, farm_id) = 1),
    CONSTRAINT sale_blocks_farm_until_check CHECK (until IS NULL OR livestock_id IS NOT NULL),
    CONSTRAINT sale_blocks_reason_check
        CHECK (reason IN ('withdrawal_period', 'quarantine', 'unconfirmed', 'removal_requested', 'debt', 'claim', 'dispute', 'contest', 'other')),
    CONSTRAINT sale_blocks_until_check CHECK (until > placed_at),
    CONSTRAINT sale_blocks_cleared_at_check CHECK (cleared_at >= placed_at),
    CONSTRAINT sale_blocks_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id),
    CONSTRAINT sale_blocks_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id)
);

CREATE UNIQUE INDEX sale_blocks_farm_source_key ON sale_blocks (farm_id, reason, source_id);
CREATE INDEX sale_blocks_farm_standing_idx ON sale_blocks (farm_id) WHERE cleared_at IS NULL;
CREATE UNIQUE INDEX sale_blocks_source_key ON sale_blocks (livestock_id, reason, source_id);
CREATE INDEX sale_blocks_standing_idx ON sale_blocks (livestock_id) WHERE cleared_at IS NULL;
CREATE INDEX sale_blocks_unconfirmed_idx ON sale_blocks (source_id) WHERE reason = 'unconfirmed' AND cleared_at IS NULL;
CREATE INDEX sale_blocks_until_idx ON sale_blocks (until) WHERE cleared_at IS NULL;

CREATE TABLE sale_block_acts (
    id uuid NOT NULL,
    block_id uuid NOT NULL,
    action varchar(10) NOT NULL,
    acted_by uuid NOT NULL,
    acted_at timestamptz NOT NULL,
    note text NOT NULL,
    CONSTRAINT sale_block_acts_pkey PRIMARY KEY (id),
    CONSTRAINT sale_block_acts_action_check CHECK (action IN ('placed', 'cleared')),
    CONSTRAINT sale_block_acts_block_id_fkey FOREIGN KEY(block_id) REFERENCES sale_blocks (id)
);

CREATE UNIQUE INDEX sale_block_acts_action_key ON sale_block_acts (block_id, action);
