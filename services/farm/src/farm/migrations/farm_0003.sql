ALTER TABLE sale_blocks
    DROP CONSTRAINT sale_blocks_reason_check,
    ADD CONSTRAINT sale_blocks_reason_check
        CHECK (reason IN ('withdrawal_period', 'quarantine', 'unconfirmed', 'removal_requested', 'debt', 'claim', 'dispute', 'contest', 'unpaid_feed', 'unpaid_care', 'other')),
    ADD COLUMN owner_id uuid,
    ADD CONSTRAINT sale_blocks_owner_id_check CHECK (owner_id IS NULL OR livestock_id IS NOT NULL);

-- The block of a debt stands only while the debtor owns the animal.
UPDATE sale_blocks SET owner_id = livestock.owner_id FROM livestock
WHERE livestock.id = sale_blocks.livestock_id AND sale_blocks.reason = 'debt' AND sale_blocks.cleared_at IS NULL;
