CREATE TABLE kyc_names (
    user_id UUID NOT NULL,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    CONSTRAINT kyc_names_pkey PRIMARY KEY (user_id)
);

CREATE TABLE withdrawals (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    method VARCHAR NOT NULL,
    sealed BYTEA,
    state VARCHAR NOT NULL,
    note VARCHAR,
    reason VARCHAR,
    requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
    approvals_needed SMALLINT NOT NULL,
    first_approved_by UUID,
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT withdrawals_pkey PRIMARY KEY (id),
    CONSTRAINT withdrawals_state_check CHECK (
        state IN (
            'requested', 'approved_once', 'approved', 'rejected', 'cancelled', 'completed', 'failed', 'paid_after_all',
            'returned'
        )
    ),
    CONSTRAINT withdrawals_amount_check CHECK (amount > 0),
    CONSTRAINT withdrawals_method_check CHECK (method IN ('bank_transfer', 'paypal')),
    CONSTRAINT withdrawals_four_eyes_check CHECK (first_approved_by <> decided_by),
    CONSTRAINT withdrawals_not_ones_own_check CHECK (user_id <> first_approved_by AND user_id <> decided_by),
    CONSTRAINT withdrawals_approvals_needed_check CHECK (approvals_needed IN (1, 2)),
    CONSTRAINT withdrawals_approved_once_check CHECK (
        first_approved_by IS NOT NULL OR NOT (
            state = 'approved_once' OR (
                approvals_needed = 2
                AND state IN ('approved', 'completed', 'failed', 'paid_after_all', 'returned')
            )
        )
    ),
    CONSTRAINT withdrawals_decided_check CHECK (
        (state IN ('approved', 'completed', 'failed', 'paid_after_all', 'returned', 'rejected'))
        = (decided_by IS NOT NULL)
    ),
    CONSTRAINT withdrawals_ended_check CHECK (
        (state IN ('requested', 'approved_once', 'approved')) = (ended_at IS NULL)
        AND (state NOT IN ('requested', 'approved_once', 'approved') OR sealed IS NOT NULL)
    )
);
CREATE INDEX withdrawals_state_id_idx ON withdrawals (state, id);
CREATE INDEX withdrawals_user_id_id_idx ON withdrawals (user_id, id);
