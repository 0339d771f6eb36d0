CREATE TABLE entries (
    id uuid NOT NULL,
    contest_id uuid NOT NULL,
    contest_version integer NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    state varchar(20) NOT NULL,
    fee bigint NOT NULL,
    fee_currency varchar(3),
    fee_state varchar(10),
    fee_moved_at timestamptz,
    reason varchar(40),
    registered_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    frozen_at timestamptz,
    blind_number integer,
    particulars jsonb,
    lost_at timestamptz,
    CONSTRAINT entries_pkey PRIMARY KEY (id),
    CONSTRAINT entries_state_check CHECK (state IN ('registered', 'admitted', 'competing', 'lost', 'withdrawn', 'refused',
        'disqualified', 'cancelled')),
    CONSTRAINT entries_fee_state_check CHECK (fee_state IN ('asked', 'held', 'capturing', 'captured', 'refunding',
        'refunded', 'refused', 'released')),
    CONSTRAINT entries_fee_check CHECK (fee >= 0 AND (fee > 0) = (fee_currency IS NOT NULL)
        AND (fee > 0) = (fee_state IS NOT NULL)),
    CONSTRAINT entries_frozen_check CHECK (num_nulls(frozen_at, blind_number, particulars) IN (0, 3)
        AND (state NOT IN ('competing', 'lost', 'disqualified') OR frozen_at IS NOT NULL)),
    CONSTRAINT entries_lost_at_check CHECK (state <> 'lost' OR lost_at IS NOT NULL),
    CONSTRAINT entries_reason_check
        CHECK ((state IN ('refused', 'withdrawn', 'lost', 'disqualified')) <= (reason IS NOT NULL)),
    CONSTRAINT entries_contest_id_fkey FOREIGN KEY(contest_id) REFERENCES contests (id)
);

CREATE UNIQUE INDEX entries_live_key ON entries (contest_id, livestock_id)
    WHERE state IN ('registered', 'admitted', 'competing', 'lost');
CREATE UNIQUE INDEX entries_blind_number_key ON entries (contest_id, blind_number);
CREATE INDEX entries_contest_id_id_idx ON entries (contest_id, id);
CREATE INDEX entries_owner_id_id_idx ON entries (owner_id, id);
CREATE INDEX entries_livestock_id_idx ON entries (livestock_id)
    WHERE state IN ('registered', 'admitted', 'competing', 'lost');
CREATE INDEX entries_fee_waiting_idx ON entries (fee_moved_at) WHERE fee_state IN ('asked', 'capturing', 'refunding');

-- The population of a contest is frozen with its rules: nobody joins it or leaves it without a trace.
CREATE FUNCTION keep_frozen_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR
        (NEW.contest_id, NEW.contest_version, NEW.livestock_id, NEW.owner_id, NEW.fee, NEW.fee_currency,
         NEW.registered_at, NEW.frozen_at, NEW.blind_number, NEW.particulars)
        IS DISTINCT FROM
        (OLD.contest_id, OLD.contest_version, OLD.livestock_id, OLD.owner_id, OLD.fee, OLD.fee_currency,
         OLD.registered_at, OLD.frozen_at, OLD.blind_number, OLD.particulars)
    THEN
        RAISE EXCEPTION 'entry % is frozen', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER entries_frozen BEFORE UPDATE OR DELETE ON entries
    FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL) EXECUTE FUNCTION keep_frozen_entry();

CREATE FUNCTION refuse_late_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM contests WHERE id = NEW.contest_id AND frozen_at IS NOT NULL) THEN
        RAISE EXCEPTION 'contest % is frozen', NEW.contest_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER entries_late BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION refuse_late_entry();
