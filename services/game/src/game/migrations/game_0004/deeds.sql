CREATE TABLE deeds (
    player_id uuid NOT NULL REFERENCES players,
    local_day date NOT NULL,
    kind varchar(20) NOT NULL,
    count integer NOT NULL,
    CONSTRAINT deeds_count_check CHECK (count > 0),
    PRIMARY KEY (player_id, local_day, kind)
);

CREATE TABLE evaluations (
    player_id uuid PRIMARY KEY REFERENCES players,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT evaluations_attempts_check CHECK (attempts >= 0)
);
CREATE INDEX evaluations_due_at_idx ON evaluations (due_at) WHERE due_at IS NOT NULL;
