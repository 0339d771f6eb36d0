CREATE TABLE exit_stops (
    user_id UUID NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE,
    CONSTRAINT exit_stops_pkey PRIMARY KEY (user_id),
    CONSTRAINT exit_stops_period_check CHECK (since < until)
);

CREATE TABLE exits (
    purpose VARCHAR NOT NULL,
    reference_id UUID NOT NULL,
    user_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR,
    signs VARCHAR[] NOT NULL,
    is_unusual BOOLEAN NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT exits_pkey PRIMARY KEY (purpose, reference_id),
    CONSTRAINT exits_state_check CHECK (state IN ('allowed', 'refused', 'undone')),
    CONSTRAINT exits_reason_check CHECK ((state = 'refused') = (reason IS NOT NULL)),
    CONSTRAINT exits_amount_check CHECK (amount > 0)
);
CREATE INDEX exits_user_id_at_idx ON exits (user_id, at) WHERE is_unusual;

CREATE TABLE payees (
    user_id UUID NOT NULL,
    recipient_id UUID NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT payees_pkey PRIMARY KEY (user_id, recipient_id)
);

-- What leaves by the hour, newest first, with an amount that leaves now; so many hours have passed since the first.
CREATE FUNCTION exits_added(counts bigint[], passed integer, amount bigint) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF passed <= 0 AND counts <> '{}' THEN
        counts[1] := counts[1] + amount;
        RETURN counts;
    END IF;
    IF passed >= 25 THEN
        RETURN ARRAY[amount];
    END IF;
    RETURN (amount || array_fill(0::bigint, ARRAY[greatest(passed, 1) - 1]) || counts)[1:25];
END $$;

CREATE FUNCTION exits_left(counts bigint[], passed integer) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN coalesce((SELECT sum(each) FROM unnest(counts[1:25 - passed]) AS each), 0)::bigint;
END $$;

-- What closes a wallet marks its accounts, under the locks that postings take, in their order.
CREATE FUNCTION watch_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM accounts WHERE owner_id = NEW.user_id AND kind <> 'receivable' ORDER BY id FOR NO KEY UPDATE;
    UPDATE accounts SET watched = true WHERE owner_id = NEW.user_id AND kind <> 'receivable' AND NOT watched;
    RETURN NULL;
END $$;

CREATE TRIGGER user_standings_watch AFTER INSERT OR UPDATE ON user_standings
FOR EACH ROW WHEN (NEW.status <> 'active') EXECUTE FUNCTION watch_accounts();

CREATE TRIGGER exit_stops_watch AFTER INSERT OR UPDATE ON exit_stops
FOR EACH ROW EXECUTE FUNCTION watch_accounts();
