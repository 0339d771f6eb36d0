CREATE TABLE orders (
    id UUID NOT NULL,
    state VARCHAR NOT NULL,
    livestock_id UUID,
    buyer_id UUID,
    seller_id UUID,
    price BIGINT,
    fee BIGINT,
    currency VARCHAR,
    pay_with VARCHAR,
    title VARCHAR,
    hold VARCHAR,
    hold_reason VARCHAR,
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_state_check CHECK (state IN ('placed', 'completed', 'cancelled')),
    CONSTRAINT orders_hold_check CHECK (hold IN ('placed', 'refused', 'released', 'captured'))
);
