ALTER TABLE sale_blocks
    DROP CONSTRAINT sale_blocks_reason_check,
    ADD CONSTRAINT sale_blocks_reason_check
        CHECK (reason IN ('withdrawal_period', 'quarantine', 'unconfirmed', 'removal_requested', 'debt', 'claim', 'dispute', 'contest', 'unpaid_feed', 'unpaid_care', 'in_escrow', 'other'));

ALTER TABLE livestock_movements
    DROP CONSTRAINT livestock_movements_farms_check,
    ADD CONSTRAINT livestock_movements_farms_check CHECK (CASE
        WHEN kind IN ('bought_in', 'born', 'corrected') THEN from_farm_id IS NULL AND to_farm_id IS NOT NULL
        WHEN kind = 'moved' THEN from_farm_id <> to_farm_id
        WHEN kind IN ('sold', 'returned', 'reclaimed') THEN from_farm_id = to_farm_id
        WHEN kind IN ('removed', 'died') THEN from_farm_id IS NOT NULL AND to_farm_id IS NULL
        ELSE false END IS TRUE);

ALTER TABLE ownership_history
    DROP CONSTRAINT ownership_history_reason_check,
    ADD CONSTRAINT ownership_history_reason_check CHECK (CASE
        WHEN reason IN ('registered', 'reclaimed') THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0
        WHEN reason IN ('born', 'returned') THEN num_nonnulls(order_id, price_minor, currency) = 0
        WHEN reason = 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0
        ELSE false END);

CREATE TABLE ownership_returns (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    outcome varchar(20) NOT NULL,
    reasons text[] NOT NULL,
    decided_at timestamptz NOT NULL,
    CONSTRAINT ownership_returns_outcome_check CHECK (CASE outcome
        WHEN 'returned' THEN cardinality(reasons) = 0
        WHEN 'refused' THEN cardinality(reasons) > 0
        ELSE false END)
);
CREATE UNIQUE INDEX ownership_returns_returned_key ON ownership_returns (order_id) WHERE outcome = 'returned';
