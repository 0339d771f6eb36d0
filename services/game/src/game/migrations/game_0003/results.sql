CREATE TABLE contest_results (
    id uuid PRIMARY KEY,
    contest_id uuid NOT NULL REFERENCES contests,
    number integer NOT NULL,
    cause varchar(10) NOT NULL,
    cause_id uuid,
    head varchar(64) NOT NULL,
    previous_head varchar(64),
    records integer NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT contest_results_cause_check CHECK (cause IN ('end', 'appeal', 'suspicion')),
    CONSTRAINT contest_results_cause_id_check CHECK ((cause = 'end') = (cause_id IS NULL)),
    CONSTRAINT contest_results_previous_head_check CHECK ((number = 1) = (previous_head IS NULL)),
    CONSTRAINT contest_results_contest_id_number_key UNIQUE (contest_id, number)
);

CREATE TABLE result_lines (
    result_id uuid NOT NULL REFERENCES contest_results,
    number integer NOT NULL,
    kind varchar(10) NOT NULL,
    line text NOT NULL,
    PRIMARY KEY (result_id, number)
);

-- What was announced is never changed: a corrected result is another one.
CREATE FUNCTION keep_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'results do not change' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER contest_results_kept BEFORE UPDATE OR DELETE ON contest_results
    FOR EACH ROW EXECUTE FUNCTION keep_result();
CREATE TRIGGER result_lines_kept BEFORE UPDATE OR DELETE ON result_lines FOR EACH ROW EXECUTE FUNCTION keep_result();
