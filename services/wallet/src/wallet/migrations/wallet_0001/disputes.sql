CREATE TABLE disputes (
    id UUID NOT NULL,
    payment_id UUID NOT NULL,
    user_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    charged_back BIGINT NOT NULL,
    charged_back_currency VARCHAR NOT NULL,
    provider VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT disputes_pkey PRIMARY KEY (id),
    CONSTRAINT disputes_state_check CHECK (state IN ('opened', 'won', 'lost')),
    CONSTRAINT disputes_amount_check CHECK (amount >= 0 AND charged_back >= 0)
);
CREATE INDEX disputes_open_idx ON disputes (user_id) WHERE state = 'opened';
CREATE INDEX disputes_payment_id_idx ON disputes (payment_id);

CREATE TRIGGER disputes_watch AFTER INSERT OR UPDATE ON disputes
FOR EACH ROW WHEN (NEW.state = 'opened') EXECUTE FUNCTION watch_accounts();
