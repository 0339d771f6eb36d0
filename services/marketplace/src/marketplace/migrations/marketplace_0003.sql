ALTER TABLE listings
    ADD COLUMN fee_minimum bigint DEFAULT 0 NOT NULL,
    ADD CONSTRAINT listings_fee_minimum_check CHECK (fee_minimum >= 0);
DROP TRIGGER listings_terms_unchanged ON listings;
CREATE TRIGGER listings_terms_unchanged BEFORE UPDATE ON listings FOR EACH ROW
WHEN ((OLD.livestock_id, OLD.seller_id, OLD.currency, OLD.fee_basis_points, OLD.fee_minimum)
    IS DISTINCT FROM (NEW.livestock_id, NEW.seller_id, NEW.currency, NEW.fee_basis_points, NEW.fee_minimum)
    OR (OLD.price <> NEW.price AND NEW.version <= OLD.version))
EXECUTE FUNCTION refuse_other_terms();

ALTER TABLE orders
    DROP CONSTRAINT orders_state_check,
    ADD COLUMN number varchar,
    ADD COLUMN transferred_at timestamptz,
    ADD COLUMN escrow_until timestamptz,
    ADD COLUMN paid bigint,
    ADD COLUMN paid_fee bigint,
    ADD COLUMN delivery bytea,
    ADD COLUMN timeline jsonb DEFAULT '[]' NOT NULL;

DROP INDEX orders_reserved_key;
DROP INDEX orders_deadline_idx;
DROP INDEX orders_seller_id_idx;

-- 55 random bits and a check digit, as `orders/numbers.py` makes them.
CREATE FUNCTION pg_temp.new_order_number() RETURNS varchar LANGUAGE plpgsql AS $$
DECLARE
    alphabet CONSTANT varchar := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    bytes CONSTANT bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
    digits varchar := '';
    digit integer;
    checked integer := 0;
BEGIN
    FOR at IN 0..10 LOOP
        -- The first six bytes of each of the two are random in all bits.
        digit := get_byte(bytes, CASE WHEN at < 6 THEN at ELSE at + 10 END) & 31;
        digits := digits || substr(alphabet, digit + 1, 1);
        checked := (checked # digit) << 1;
        IF checked > 31 THEN checked := checked # 37; END IF;
    END LOOP;
    digits := digits || substr(alphabet, checked + 1, 1);
    RETURN substr(digits, 1, 4) || '-' || substr(digits, 5, 4) || '-' || substr(digits, 9, 4);
END $$;

UPDATE orders SET
    number = pg_temp.new_order_number(),
    state = CASE state WHEN 'fulfilled' THEN 'processing' ELSE state END,
    transferred_at = CASE WHEN state IN ('fulfilled', 'completed') THEN coalesce(ended_at, confirmed_at, placed_at) END,
    paid = CASE WHEN state IN ('fulfilled', 'completed') THEN price END,
    paid_fee = CASE WHEN state IN ('fulfilled', 'completed') THEN fee END,
    timeline = jsonb_build_array(jsonb_build_object('what', 'place', 'by', 'buyer', 'at', placed_at))
        || CASE WHEN confirmed_at IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('what', 'confirm', 'by', 'platform', 'at', confirmed_at)) END
        || CASE WHEN ended_at IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object(
            'what', CASE WHEN state = 'completed' THEN 'complete' WHEN reason = 'buyer_cancelled' THEN 'cancel'
                ELSE 'abandon' END,
            'by', CASE reason WHEN 'buyer_cancelled' THEN 'buyer' ELSE 'platform' END, 'at', ended_at)) END;

ALTER TABLE orders
    ALTER COLUMN number SET NOT NULL,
    ADD CONSTRAINT orders_state_check CHECK (state IN
        ('pending', 'confirmed', 'escrowed', 'contested', 'processing', 'completed', 'cancelled', 'refunded')),
    ADD CONSTRAINT orders_paid_check CHECK ((state IN ('processing', 'completed')) = (paid IS NOT NULL)),
    ADD CONSTRAINT orders_paid_fee_check CHECK (paid > 0 AND paid <= price AND paid_fee BETWEEN 0 AND paid),
    ADD CONSTRAINT orders_escrow_check
        CHECK (escrow_until IS NOT NULL OR state NOT IN ('escrowed', 'contested', 'refunded'));

CREATE UNIQUE INDEX orders_number_key ON orders (number);
CREATE UNIQUE INDEX orders_reserved_key ON orders (livestock_id)
    WHERE state IN ('confirmed', 'escrowed', 'contested', 'processing')
        OR (state = 'pending' AND pay_with = 'payment');
CREATE INDEX orders_deadline_idx ON orders (deadline) WHERE state IN ('pending', 'confirmed', 'escrowed');
CREATE INDEX orders_seller_id_idx ON orders (seller_id)
    WHERE state IN ('pending', 'confirmed', 'escrowed', 'contested', 'processing');
CREATE INDEX orders_seller_idx ON orders (seller_id, placed_at, id);
CREATE INDEX orders_state_idx ON orders (state, placed_at, id);
CREATE INDEX orders_ended_at_idx ON orders (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE complaints (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES orders,
    opened_by varchar NOT NULL,
    reason varchar NOT NULL,
    text varchar NOT NULL,
    refund_to varchar NOT NULL,
    state varchar NOT NULL,
    version integer NOT NULL,
    answer varchar,
    reasons text[] NOT NULL,
    return_id uuid,
    paid bigint,
    opened_at timestamptz NOT NULL,
    answered_at timestamptz,
    decide_by timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT complaints_state_check
        CHECK (state IN ('open', 'returning', 'released', 'parted', 'refunded', 'withdrawn')),
    CONSTRAINT complaints_opened_by_check CHECK (opened_by IN ('buyer', 'platform')),
    CONSTRAINT complaints_refund_to_check CHECK (refund_to IN ('wallet', 'provider')),
    CONSTRAINT complaints_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT complaints_ended_at_check CHECK ((state IN ('open', 'returning')) = (ended_at IS NULL)),
    CONSTRAINT complaints_return_id_check CHECK (return_id IS NOT NULL OR state <> 'returning')
);
CREATE UNIQUE INDEX complaints_live_key ON complaints (order_id) WHERE state IN ('open', 'returning');
CREATE UNIQUE INDEX complaints_buyer_key ON complaints (order_id) WHERE opened_by = 'buyer';
CREATE INDEX complaints_order_id_idx ON complaints (order_id, id);
CREATE INDEX complaints_state_idx ON complaints (state, id);
CREATE INDEX complaints_decide_by_idx ON complaints (decide_by) WHERE state IN ('open', 'returning');

CREATE TABLE complaint_files (
    id uuid PRIMARY KEY,
    complaint_id uuid NOT NULL REFERENCES complaints,
    side varchar NOT NULL,
    media_type varchar NOT NULL,
    size integer NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT complaint_files_media_type_check CHECK (media_type IN ('image/jpeg', 'image/png')),
    CONSTRAINT complaint_files_size_check CHECK (size BETWEEN 1 AND 10485760),
    CONSTRAINT complaint_files_side_check CHECK (side IN ('buyer', 'seller'))
);
CREATE INDEX complaint_files_complaint_id_idx ON complaint_files (complaint_id, id);

CREATE TABLE order_disputes (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL,
    stands boolean NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX order_disputes_order_id_idx ON order_disputes (order_id) WHERE stands;
