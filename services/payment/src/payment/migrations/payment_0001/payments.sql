CREATE TABLE payments (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    purpose VARCHAR(10) NOT NULL,
    order_id UUID,
    provider VARCHAR(10) NOT NULL,
    method VARCHAR(20) NOT NULL,
    amount BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    refunded_by_payer BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    state VARCHAR(20) NOT NULL,
    reason VARCHAR(50),
    saved_method VARCHAR(100),
    exit VARCHAR(10),
    reference VARCHAR(100),
    charge_reference VARCHAR(100),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    attempts INTEGER NOT NULL CONSTRAINT payments_attempts_check CHECK (attempts >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT payments_pkey PRIMARY KEY (id),
    CONSTRAINT payments_amount_check CHECK (amount > 0),
    CONSTRAINT payments_refunded_check CHECK (refunded BETWEEN 0 AND amount),
    CONSTRAINT payments_refunded_by_payer_check CHECK (refunded_by_payer BETWEEN 0 AND refunded),
    CONSTRAINT payments_refunded_of_completed_check CHECK (refunded = 0 OR state = 'completed'),
    CONSTRAINT payments_purpose_check CHECK (purpose IN ('deposit', 'order') AND (purpose = 'order') = (order_id IS NOT NULL)),
    CONSTRAINT payments_provider_check CHECK (provider IN ('stripe', 'paypal', 'wallet')),
    CONSTRAINT payments_method_check CHECK (method IN ('card', 'bank_transfer', 'crypto', 'paypal', 'wallet')),
    CONSTRAINT payments_state_check CHECK (state IN ('created', 'requires_action', 'declined', 'processing', 'unknown', 'cancelled', 'completed')),
    CONSTRAINT payments_exit_check CHECK (exit IN ('asked', 'allowed', 'refused')),
    CONSTRAINT payments_ended_check CHECK ((state IN ('created', 'requires_action', 'declined', 'processing', 'unknown')) = (ended_at IS NULL)),
    CONSTRAINT payments_due_check CHECK (due_at IS NULL OR (ended_at IS NULL AND provider <> 'wallet'))
);
CREATE INDEX payments_created_at_id_idx ON payments (created_at, id);
CREATE INDEX payments_due_at_idx ON payments (due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX payments_open_order_key ON payments (order_id) WHERE state IN ('created', 'requires_action', 'declined', 'processing', 'unknown');
CREATE INDEX payments_order_id_idx ON payments (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX payments_provider_charge_reference_idx ON payments (provider, charge_reference);
CREATE UNIQUE INDEX payments_provider_reference_key ON payments (provider, reference);
CREATE INDEX payments_user_id_created_at_id_idx ON payments (user_id, created_at, id);
