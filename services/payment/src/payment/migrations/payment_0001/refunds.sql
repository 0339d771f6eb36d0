CREATE TABLE refunds (
    id UUID NOT NULL,
    payment_id UUID NOT NULL,
    user_id UUID NOT NULL,
    provider VARCHAR(10) NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    destination VARCHAR(10) NOT NULL,
    charged_to VARCHAR(10) NOT NULL,
    reason TEXT NOT NULL,
    state VARCHAR(20) NOT NULL,
    failure VARCHAR(50),
    reference VARCHAR(100),
    origin VARCHAR(10) NOT NULL,
    animal VARCHAR(10),
    requested_by UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    attempts INTEGER NOT NULL CONSTRAINT refunds_attempts_check CHECK (attempts >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT refunds_pkey PRIMARY KEY (id),
    CONSTRAINT refunds_amount_check CHECK (amount > 0),
    CONSTRAINT refunds_way_check CHECK ((destination, charged_to) IN (('provider', 'user'), ('provider', 'platform'), ('wallet', 'platform'))),
    CONSTRAINT refunds_state_check CHECK (state IN ('requested', 'held', 'processing', 'unknown', 'completed', 'failed', 'returned')),
    CONSTRAINT refunds_ended_check CHECK ((state IN ('requested', 'held', 'processing', 'unknown')) = (ended_at IS NULL)),
    CONSTRAINT refunds_failure_check CHECK ((state IN ('failed', 'returned')) = (failure IS NOT NULL)),
    CONSTRAINT refunds_origin_check CHECK (origin IN ('platform', 'provider') AND (origin = 'platform') = (requested_by IS NOT NULL)),
    CONSTRAINT refunds_animal_check CHECK (animal IN ('stays', 'returns')),
    CONSTRAINT refunds_due_check CHECK (due_at IS NULL OR state IN ('held', 'processing', 'unknown')),
    CONSTRAINT refunds_payment_id_fkey FOREIGN KEY(payment_id) REFERENCES payments (id)
);
CREATE INDEX refunds_due_at_idx ON refunds (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX refunds_payment_id_idx ON refunds (payment_id);
CREATE UNIQUE INDEX refunds_provider_reference_key ON refunds (provider, reference);
CREATE INDEX refunds_requested_idx ON refunds (created_at) WHERE state = 'requested';
CREATE INDEX refunds_user_id_idx ON refunds (user_id);

CREATE TABLE refund_reconciliations (
    payment_id UUID NOT NULL,
    attempts INTEGER NOT NULL CONSTRAINT refund_reconciliations_attempts_check CHECK (attempts >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT refund_reconciliations_pkey PRIMARY KEY (payment_id),
    CONSTRAINT refund_reconciliations_payment_id_fkey FOREIGN KEY(payment_id) REFERENCES payments (id)
);
CREATE INDEX refund_reconciliations_due_at_idx ON refund_reconciliations (due_at) WHERE due_at IS NOT NULL;
