ALTER TABLE listings ADD COLUMN flags varchar[] DEFAULT '{}' NOT NULL;
CREATE INDEX listings_flagged_idx ON listings (id) WHERE cardinality(flags) > 0;

CREATE TABLE listing_reports (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listings,
    reporter_id uuid NOT NULL,
    reason varchar NOT NULL,
    note varchar NOT NULL,
    state varchar NOT NULL,
    reported_at timestamptz NOT NULL,
    decided_by uuid,
    CONSTRAINT listing_reports_state_check CHECK (state IN ('open', 'upheld', 'dismissed')),
    CONSTRAINT listing_reports_decided_by_check CHECK ((state = 'open') = (decided_by IS NULL)),
    CONSTRAINT listing_reports_own_behalf_check CHECK (decided_by <> reporter_id)
);
CREATE UNIQUE INDEX listing_reports_open_key ON listing_reports (listing_id, reporter_id) WHERE state = 'open';
CREATE INDEX listing_reports_reporter_id_idx ON listing_reports (reporter_id, reported_at);

CREATE TABLE takedowns (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listings,
    seller_id uuid NOT NULL,
    title varchar NOT NULL,
    reason varchar NOT NULL,
    note varchar NOT NULL,
    state varchar NOT NULL,
    taken_down_by uuid NOT NULL,
    taken_down_at timestamptz NOT NULL,
    appeal_until timestamptz NOT NULL,
    appeal varchar NOT NULL,
    answer varchar NOT NULL,
    decided_by uuid,
    restored_as uuid,
    CONSTRAINT takedowns_state_check CHECK (state IN ('appealable', 'appealed', 'final', 'overturned')),
    CONSTRAINT takedowns_another_decides_check CHECK (decided_by <> taken_down_by),
    CONSTRAINT takedowns_own_behalf_check CHECK (taken_down_by <> seller_id AND decided_by <> seller_id),
    CONSTRAINT takedowns_decided_by_check CHECK (state <> 'overturned' OR decided_by IS NOT NULL)
);
CREATE UNIQUE INDEX takedowns_open_key ON takedowns (listing_id) WHERE state IN ('appealable', 'appealed');
CREATE INDEX takedowns_appeal_until_idx ON takedowns (appeal_until) WHERE state = 'appealable';
CREATE INDEX takedowns_seller_id_idx ON takedowns (seller_id, taken_down_at, id);
CREATE INDEX takedowns_taken_down_at_idx ON takedowns (taken_down_at, id);

CREATE TABLE watches (
    listing_id uuid NOT NULL REFERENCES listings,
    user_id uuid NOT NULL,
    lowest bigint NOT NULL,
    watched_at timestamptz NOT NULL,
    PRIMARY KEY (listing_id, user_id)
);
CREATE INDEX watches_user_id_idx ON watches (user_id, watched_at, listing_id);

CREATE TABLE saved_searches (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    name varchar NOT NULL,
    currency varchar NOT NULL,
    type_name varchar NOT NULL,
    breed_name varchar NOT NULL,
    sex varchar NOT NULL,
    min_price bigint,
    max_price bigint,
    min_weight_kg numeric(8, 2),
    max_weight_kg numeric(8, 2),
    saved_at timestamptz NOT NULL
);
CREATE INDEX saved_searches_wanted_idx ON saved_searches (currency, type_name, breed_name, id);
CREATE INDEX saved_searches_user_id_idx ON saved_searches (user_id, saved_at, id);

CREATE TABLE saved_search_matches (
    search_id uuid NOT NULL REFERENCES saved_searches ON DELETE CASCADE,
    listing_id uuid NOT NULL REFERENCES listings,
    matched_at timestamptz NOT NULL,
    PRIMARY KEY (search_id, listing_id)
);
CREATE INDEX saved_search_matches_listing_id_idx ON saved_search_matches (listing_id);
