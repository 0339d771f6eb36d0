CREATE TABLE orders (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listings,
    livestock_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    seller_id uuid,
    price bigint NOT NULL,
    fee bigint NOT NULL,
    currency varchar NOT NULL,
    pay_with varchar NOT NULL,
    state varchar NOT NULL,
    reason varchar,
    version integer NOT NULL,
    deadline timestamptz NOT NULL,
    placed_at timestamptz NOT NULL,
    hold_requested_at timestamptz,
    confirmed_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT orders_state_check CHECK (state IN ('pending', 'confirmed', 'fulfilled', 'completed', 'cancelled')),
    CONSTRAINT orders_reason_check CHECK ((state = 'cancelled') = (reason IS NOT NULL)),
    CONSTRAINT orders_price_check CHECK (price > 0 AND fee >= 0 AND fee <= price),
    CONSTRAINT orders_pay_with_check CHECK (pay_with IN ('wallet', 'payment')),
    CONSTRAINT orders_hold_requested_at_check
        CHECK (hold_requested_at IS NOT NULL OR state IN ('pending', 'cancelled'))
);
CREATE UNIQUE INDEX orders_reserved_key ON orders (livestock_id)
    WHERE state IN ('confirmed', 'fulfilled') OR (state = 'pending' AND pay_with = 'payment');
CREATE UNIQUE INDEX orders_pending_key ON orders (buyer_id, livestock_id) WHERE state = 'pending';
CREATE INDEX orders_deadline_idx ON orders (deadline) WHERE state IN ('pending', 'confirmed', 'fulfilled');
CREATE INDEX orders_seller_id_idx ON orders (seller_id) WHERE state IN ('pending', 'confirmed', 'fulfilled');
CREATE INDEX orders_ended_idx ON orders (buyer_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX orders_buyer_id_idx ON orders (buyer_id, placed_at, id);
CREATE INDEX orders_placed_at_idx ON orders (placed_at, id);
