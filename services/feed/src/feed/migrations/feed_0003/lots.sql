CREATE TABLE stocks (
    id uuid PRIMARY KEY,
    farm_id uuid NOT NULL,
    ingredient varchar(100) NOT NULL,
    low_since timestamptz,
    UNIQUE (farm_id, ingredient)
);

CREATE TABLE feed_lots (
    id uuid PRIMARY KEY,
    farm_id uuid NOT NULL,
    ingredient varchar(100) NOT NULL,
    supplier varchar(200) NOT NULL,
    lot_number varchar(100) NOT NULL,
    delivered_at timestamptz NOT NULL,
    expires_on date NOT NULL,
    delivered_kg numeric(12, 3) NOT NULL,
    left_kg numeric(12, 3) NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    recalled_at timestamptz,
    recall_reason varchar(2000),
    CONSTRAINT feed_lots_delivered_kg_check CHECK (delivered_kg > 0),
    CONSTRAINT feed_lots_left_kg_check CHECK (left_kg >= 0),
    CONSTRAINT feed_lots_recall_check CHECK ((recalled_at IS NULL) = (recall_reason IS NULL)),
    CONSTRAINT feed_lots_delivery_key UNIQUE (farm_id, ingredient, supplier, lot_number, delivered_at)
);

CREATE INDEX feed_lots_farm_id_expires_on_id_idx ON feed_lots (farm_id, expires_on, id);
CREATE INDEX feed_lots_in_stock_idx ON feed_lots (farm_id, ingredient, expires_on, id) WHERE left_kg > 0;

CREATE TABLE lot_counts (
    id uuid PRIMARY KEY,
    lot_id uuid NOT NULL REFERENCES feed_lots,
    before_kg numeric(12, 3) NOT NULL,
    counted_kg numeric(12, 3) NOT NULL,
    reason varchar(200) NOT NULL,
    counted_by uuid NOT NULL,
    counted_at timestamptz NOT NULL,
    CONSTRAINT lot_counts_counted_kg_check CHECK (counted_kg >= 0)
);

CREATE INDEX lot_counts_lot_id_id_idx ON lot_counts (lot_id, id);

CREATE TABLE stock_differences (
    id uuid PRIMARY KEY,
    farm_id uuid NOT NULL,
    ingredient varchar(100) NOT NULL,
    kg numeric(12, 3) NOT NULL,
    first_fed_at timestamptz NOT NULL,
    last_fed_at timestamptz NOT NULL,
    explained_at timestamptz,
    explained_by uuid,
    explanation varchar(2000),
    lot_id uuid REFERENCES feed_lots,
    CONSTRAINT stock_differences_kg_check CHECK (kg > 0),
    CONSTRAINT stock_differences_explained_check CHECK (num_nulls(explained_at, explained_by, explanation) IN (0, 3))
);

CREATE UNIQUE INDEX stock_differences_open_key ON stock_differences (farm_id, ingredient) WHERE explained_at IS NULL;
CREATE INDEX stock_differences_farm_id_id_idx ON stock_differences (farm_id, id);

CREATE TABLE draws (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    log_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    ingredient varchar(100) NOT NULL,
    kg numeric(12, 3) NOT NULL,
    fed_at timestamptz NOT NULL,
    lot_id uuid REFERENCES feed_lots,
    difference_id uuid REFERENCES stock_differences,
    CONSTRAINT draws_kg_check CHECK (kg > 0),
    CONSTRAINT draws_source_check CHECK (num_nonnulls(lot_id, difference_id) > 0)
);

CREATE INDEX draws_livestock_id_fed_at_idx ON draws (livestock_id, fed_at);
CREATE INDEX draws_lot_id_livestock_id_idx ON draws (lot_id, livestock_id) WHERE lot_id IS NOT NULL;
CREATE INDEX draws_difference_id_idx ON draws (difference_id) WHERE difference_id IS NOT NULL;

CREATE TABLE feed_usages (
    farm_id uuid NOT NULL,
    ingredient varchar(100) NOT NULL,
    day date NOT NULL,
    kg numeric(12, 3) NOT NULL,
    PRIMARY KEY (farm_id, ingredient, day)
);
