CREATE TABLE judging_sheets (
    judge_id uuid PRIMARY KEY REFERENCES judges,
    contest_id uuid NOT NULL,
    digest varchar(64) NOT NULL,
    committed_at timestamptz NOT NULL,
    nonce varchar(64),
    marks jsonb,
    set_aside jsonb,
    revealed_at timestamptz,
    CONSTRAINT judging_sheets_revealed_check CHECK (num_nulls(nonce, marks, set_aside, revealed_at) IN (0, 4)),
    CONSTRAINT judging_sheets_order_check CHECK (revealed_at >= committed_at)
);
CREATE INDEX judging_sheets_contest_id_idx ON judging_sheets (contest_id);

-- What a judge has revealed is never changed.
CREATE FUNCTION keep_revealed_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the marks of judge % are revealed', OLD.judge_id USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER judging_sheets_kept BEFORE UPDATE OR DELETE ON judging_sheets
    FOR EACH ROW WHEN (OLD.revealed_at IS NOT NULL) EXECUTE FUNCTION keep_revealed_sheet();
