CREATE TABLE contests (
    id uuid NOT NULL,
    version integer NOT NULL,
    state varchar(20) NOT NULL,
    type varchar(20) NOT NULL,
    title varchar(200) NOT NULL,
    description text NOT NULL,
    sponsor varchar(100),
    rules jsonb NOT NULL,
    rules_text text NOT NULL,
    prizes jsonb NOT NULL,
    entry_fee bigint NOT NULL,
    fee_currency varchar(3),
    places integer NOT NULL,
    places_taken integer NOT NULL,
    registration_opens_at timestamptz,
    registration_closes_at timestamptz NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    judging_ends_at timestamptz,
    reveal_ends_at timestamptz,
    appeal_days integer NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    opened_at timestamptz,
    started_at timestamptz,
    frozen_at timestamptz,
    frozen_hash varchar(64),
    scoring_version integer,
    ended_at timestamptz,
    announced_at timestamptz,
    appeals_until timestamptz,
    completed_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason varchar(20),
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT contests_pkey PRIMARY KEY (id),
    CONSTRAINT contests_state_check CHECK (state IN ('draft', 'registration_open', 'active', 'judging', 'completed',
        'cancelled')),
    CONSTRAINT contests_type_check CHECK (type IN ('beauty', 'weight_gain', 'profit', 'consistency', 'custom')),
    CONSTRAINT contests_scoring_check CHECK (rules -> 'scoring' ->> 'kind' = type),
    CONSTRAINT contests_entry_fee_check CHECK (entry_fee >= 0 AND (entry_fee > 0) = (fee_currency IS NOT NULL)),
    CONSTRAINT contests_places_check CHECK (places_taken BETWEEN 0 AND places),
    CONSTRAINT contests_times_check CHECK (registration_opens_at < registration_closes_at
        AND registration_closes_at <= starts_at AND starts_at < ends_at AND ends_at < judging_ends_at
        AND judging_ends_at < reveal_ends_at),
    CONSTRAINT contests_judging_check
        CHECK (num_nulls(judging_ends_at, reveal_ends_at) = CASE type WHEN 'beauty' THEN 0 ELSE 2 END),
    CONSTRAINT contests_frozen_check CHECK (num_nulls(started_at, frozen_at, frozen_hash, scoring_version) IN (0, 4)
        AND (state NOT IN ('active', 'judging', 'completed') OR frozen_at IS NOT NULL)),
    CONSTRAINT contests_ended_at_check CHECK (state NOT IN ('judging', 'completed') OR ended_at IS NOT NULL),
    CONSTRAINT contests_completed_at_check CHECK ((state = 'completed') = (completed_at IS NOT NULL)),
    CONSTRAINT contests_cancelled_at_check CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)
        AND (state = 'cancelled') = (cancel_reason IS NOT NULL)),
    CONSTRAINT contests_attempts_check CHECK (attempts >= 0)
);

CREATE INDEX contests_state_id_idx ON contests (state, id);
CREATE INDEX contests_due_at_idx ON contests (due_at) WHERE due_at IS NOT NULL;

-- What was frozen is what everybody agreed to: nothing of it changes any more, and it is not deleted.
CREATE FUNCTION keep_frozen_contest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR
        (NEW.version, NEW.type, NEW.rules, NEW.rules_text, NEW.prizes, NEW.entry_fee, NEW.fee_currency, NEW.places,
         NEW.ends_at, NEW.judging_ends_at, NEW.reveal_ends_at, NEW.appeal_days, NEW.started_at, NEW.frozen_at,
         NEW.frozen_hash, NEW.scoring_version)
        IS DISTINCT FROM
        (OLD.version, OLD.type, OLD.rules, OLD.rules_text, OLD.prizes, OLD.entry_fee, OLD.fee_currency, OLD.places,
         OLD.ends_at, OLD.judging_ends_at, OLD.reveal_ends_at, OLD.appeal_days, OLD.started_at, OLD.frozen_at,
         OLD.frozen_hash, OLD.scoring_version)
    THEN
        RAISE EXCEPTION 'contest % is frozen', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER contests_frozen BEFORE UPDATE OR DELETE ON contests
    FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL) EXECUTE FUNCTION keep_frozen_contest();
