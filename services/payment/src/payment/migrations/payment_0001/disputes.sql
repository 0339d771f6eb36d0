CREATE TABLE disputes (
    id UUID NOT NULL,
    payment_id UUID NOT NULL,
    user_id UUID NOT NULL,
    order_id UUID,
    livestock_id UUID,
    provider VARCHAR(10) NOT NULL,
    reference VARCHAR(100) NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    charged_back BIGINT NOT NULL,
    charged_back_currency CHAR(3) NOT NULL,
    kept BIGINT,
    state VARCHAR(10) NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT disputes_pkey PRIMARY KEY (id),
    CONSTRAINT disputes_amount_check CHECK (amount >= 0 AND charged_back > 0),
    CONSTRAINT disputes_kept_check CHECK ((state = 'lost') = (kept IS NOT NULL)),
    CONSTRAINT disputes_state_check CHECK (state IN ('opened', 'won', 'lost')),
    CONSTRAINT disputes_ended_check CHECK ((state = 'opened') = (ended_at IS NULL)),
    CONSTRAINT disputes_payment_id_fkey FOREIGN KEY(payment_id) REFERENCES payments (id)
);
CREATE INDEX disputes_open_idx ON disputes (user_id) WHERE state = 'opened';
CREATE INDEX disputes_payment_id_idx ON disputes (payment_id);
CREATE UNIQUE INDEX disputes_provider_reference_key ON disputes (provider, reference);
CREATE INDEX disputes_state_id_idx ON disputes (state, id);
