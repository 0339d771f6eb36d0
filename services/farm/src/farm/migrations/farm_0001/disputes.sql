CREATE TABLE disputes (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    order_id uuid NOT NULL,
    user_id uuid NOT NULL,
    amount_minor bigint NOT NULL,
    paid_minor bigint NOT NULL,
    currency char(3) NOT NULL,
    state varchar(20) NOT NULL,
    opened_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT disputes_pkey PRIMARY KEY (id),
    CONSTRAINT disputes_amount_check CHECK (amount_minor <= paid_minor),
    CONSTRAINT disputes_state_check
        CHECK (state IN ('open', 'reclaimed', 'undecided', 'lost', 'won', 'owed', 'returned', 'kept', 'settled')),
    CONSTRAINT disputes_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id)
);

CREATE INDEX disputes_livestock_id_idx ON disputes (livestock_id);
CREATE INDEX disputes_state_id_idx ON disputes (state, id);
