ALTER TABLE animals
    ADD COLUMN photos_version bigint DEFAULT 0 NOT NULL,
    ADD COLUMN photos uuid[] DEFAULT '{}' NOT NULL;
ALTER TABLE animals ALTER COLUMN photos_version DROP DEFAULT;

DROP TRIGGER listings_terms_unchanged ON listings;
DROP INDEX listings_live_key;
DROP INDEX listings_active_idx;
ALTER TABLE listings DROP CONSTRAINT listings_state_check;

ALTER TABLE listings
    ADD COLUMN negotiable boolean DEFAULT false NOT NULL,
    ADD COLUMN featured boolean DEFAULT false NOT NULL,
    ADD COLUMN views bigint DEFAULT 0 NOT NULL,
    ADD COLUMN version integer DEFAULT 1 NOT NULL,
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN warned_at timestamptz;
ALTER TABLE listings ALTER COLUMN negotiable DROP DEFAULT;

-- Who listed an animal before listings ended by themselves has the whole time from now on.
UPDATE listings SET state = 'live' WHERE state = 'active';
UPDATE listings SET expires_at = now() + interval '60 days' WHERE state IN ('live', 'reserved');

ALTER TABLE listings
    ADD CONSTRAINT listings_state_check
        CHECK (state IN ('draft', 'live', 'reserved', 'taken_down', 'sold', 'expired', 'removed')),
    ADD CONSTRAINT listings_expires_at_check CHECK (state NOT IN ('live', 'reserved') OR expires_at IS NOT NULL);
CREATE UNIQUE INDEX listings_live_key ON listings (livestock_id)
    WHERE state IN ('draft', 'live', 'reserved', 'taken_down');
CREATE INDEX listings_active_idx ON listings (currency, created_at, id) WHERE state = 'live';
CREATE INDEX listings_expires_at_idx ON listings (expires_at) WHERE state = 'live';
CREATE INDEX listings_unwarned_idx ON listings (expires_at) WHERE state = 'live' AND warned_at IS NULL;
CREATE INDEX listings_created_at_idx ON listings (created_at, id);

CREATE TRIGGER listings_terms_unchanged BEFORE UPDATE ON listings FOR EACH ROW
WHEN ((OLD.livestock_id, OLD.seller_id, OLD.currency, OLD.fee_basis_points)
    IS DISTINCT FROM (NEW.livestock_id, NEW.seller_id, NEW.currency, NEW.fee_basis_points)
    OR (OLD.price <> NEW.price AND NEW.version <= OLD.version))
EXECUTE FUNCTION refuse_other_terms();

CREATE TABLE listing_prices (
    listing_id uuid NOT NULL REFERENCES listings,
    version integer NOT NULL,
    price bigint NOT NULL,
    set_at timestamptz NOT NULL,
    PRIMARY KEY (listing_id, version),
    CONSTRAINT listing_prices_price_check CHECK (price > 0)
);
INSERT INTO listing_prices (listing_id, version, price, set_at) SELECT id, version, price, created_at FROM listings;

CREATE TABLE intakes (
    listing_id uuid PRIMARY KEY REFERENCES listings,
    livestock_id uuid NOT NULL,
    tag_key varchar NOT NULL,
    asked jsonb NOT NULL,
    refusal varchar,
    CONSTRAINT intakes_livestock_id_key UNIQUE (livestock_id)
);
CREATE UNIQUE INDEX intakes_tag_key ON intakes (tag_key) WHERE refusal IS NULL;
