ALTER TABLE orders ADD COLUMN offer_id uuid;
DROP INDEX orders_reserved_key;
CREATE UNIQUE INDEX orders_reserved_key ON orders (livestock_id)
    WHERE state IN ('confirmed', 'escrowed', 'contested', 'processing')
        OR (state = 'pending' AND (pay_with = 'payment' OR offer_id IS NOT NULL));
CREATE UNIQUE INDEX orders_offer_key ON orders (offer_id) WHERE offer_id IS NOT NULL;

CREATE TABLE offers (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listings,
    livestock_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    seller_id uuid,
    title varchar NOT NULL,
    asked bigint NOT NULL,
    listing_version integer NOT NULL,
    amount bigint NOT NULL,
    currency varchar NOT NULL,
    version integer NOT NULL,
    state varchar NOT NULL,
    reason varchar,
    assurance jsonb,
    agreed_at timestamptz NOT NULL,
    order_id uuid,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT offers_state_check CHECK (state IN ('awaiting_seller', 'awaiting_buyer', 'accepted', 'completed',
        'declined', 'withdrawn', 'expired', 'payment_failed', 'ended')),
    CONSTRAINT offers_amount_check CHECK (amount > 0 AND amount <= asked),
    CONSTRAINT offers_order_id_check
        CHECK (order_id IS NOT NULL OR state NOT IN ('accepted', 'completed', 'payment_failed')),
    CONSTRAINT offers_ended_at_check CHECK (
        (state IN ('completed', 'declined', 'withdrawn', 'expired', 'payment_failed', 'ended'))
        = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX offers_negotiated_key ON offers (listing_id, buyer_id)
    WHERE state IN ('awaiting_seller', 'awaiting_buyer');
CREATE UNIQUE INDEX offers_agreed_key ON offers (listing_id) WHERE state IN ('accepted', 'completed');
CREATE UNIQUE INDEX offers_order_key ON offers (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX offers_expires_at_idx ON offers (expires_at) WHERE state IN ('awaiting_seller', 'awaiting_buyer');
CREATE INDEX offers_listing_id_idx ON offers (listing_id, made_at, id);
CREATE INDEX offers_buyer_id_idx ON offers (buyer_id, made_at, id);
CREATE INDEX offers_seller_id_idx ON offers (seller_id, made_at, id);
CREATE INDEX offers_made_at_idx ON offers (made_at, id);

CREATE TABLE offer_moves (
    offer_id uuid NOT NULL REFERENCES offers,
    version integer NOT NULL,
    action varchar NOT NULL,
    side varchar,
    amount bigint NOT NULL,
    moved_at timestamptz NOT NULL,
    PRIMARY KEY (offer_id, version)
);
