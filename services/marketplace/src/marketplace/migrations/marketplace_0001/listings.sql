CREATE TABLE listings (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL REFERENCES animals,
    seller_id uuid,
    title varchar NOT NULL,
    description varchar NOT NULL,
    price bigint NOT NULL,
    currency varchar NOT NULL,
    fee_basis_points integer NOT NULL,
    state varchar NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    settled_at timestamptz,
    CONSTRAINT listings_state_check CHECK (state IN ('active', 'reserved', 'sold', 'removed')),
    CONSTRAINT listings_price_check CHECK (price > 0),
    CONSTRAINT listings_fee_basis_points_check CHECK (fee_basis_points BETWEEN 0 AND 10000),
    CONSTRAINT listings_settled_at_check CHECK (settled_at IS NULL OR state = 'sold')
);
CREATE UNIQUE INDEX listings_live_key ON listings (livestock_id) WHERE state IN ('active', 'reserved');
CREATE UNIQUE INDEX listings_unsettled_key ON listings (livestock_id) WHERE state = 'sold' AND settled_at IS NULL;
CREATE INDEX listings_active_idx ON listings (currency, created_at, id) WHERE state = 'active';
CREATE INDEX listings_livestock_id_idx ON listings (livestock_id, created_at);
CREATE INDEX listings_seller_id_idx ON listings (seller_id, created_at, id);

CREATE FUNCTION refuse_other_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the terms of a listing never change' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER listings_terms_unchanged BEFORE UPDATE ON listings FOR EACH ROW
WHEN ((OLD.livestock_id, OLD.seller_id, OLD.price, OLD.currency, OLD.fee_basis_points)
    IS DISTINCT FROM (NEW.livestock_id, NEW.seller_id, NEW.price, NEW.currency, NEW.fee_basis_points))
EXECUTE FUNCTION refuse_other_terms();
