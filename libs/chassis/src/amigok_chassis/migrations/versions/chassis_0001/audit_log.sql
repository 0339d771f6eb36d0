CREATE TABLE audit_log (
    number bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid NOT NULL,
    action varchar(60) NOT NULL,
    subject_id uuid NOT NULL,
    person_id uuid,
    address varchar(45) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    personal_digest bytea,
    digest bytea NOT NULL
);
CREATE INDEX audit_log_subject_id_number_idx ON audit_log (subject_id, number);
CREATE INDEX audit_log_actor_id_number_idx ON audit_log (actor_id, number);
CREATE INDEX audit_log_action_number_idx ON audit_log (action, number);
CREATE INDEX audit_log_at_idx ON audit_log (at);
CREATE INDEX audit_log_person_id_idx ON audit_log (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE audit_log_personal (
    number bigint PRIMARY KEY REFERENCES audit_log (number),
    before jsonb NOT NULL,
    after jsonb NOT NULL
);

CREATE FUNCTION refuse_change_of_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log();

CREATE TRIGGER audit_log_personal_unchanged BEFORE UPDATE OR TRUNCATE ON audit_log_personal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log();

-- One round trip for the lock and what it guards: a volatile function sees what was committed while it waited.
CREATE FUNCTION lock_audit_log(OUT number bigint, OUT digest bytea) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7305011);
    SELECT last.number, last.digest INTO number, digest FROM audit_log last ORDER BY last.number DESC LIMIT 1;
END $$;
