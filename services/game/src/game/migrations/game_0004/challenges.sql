CREATE TABLE challenges (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    name varchar(100) NOT NULL,
    description varchar(2000) NOT NULL,
    condition jsonb NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    xp integer NOT NULL,
    coins integer NOT NULL,
    is_active boolean NOT NULL,
    name_key text NOT NULL,
    CONSTRAINT challenges_days_check CHECK (starts_on <= ends_on),
    CONSTRAINT challenges_rewards_check CHECK (xp BETWEEN 0 AND 10000 AND coins BETWEEN 0 AND 10000)
);
CREATE INDEX challenges_ends_on_id_idx ON challenges (ends_on, id);
CREATE UNIQUE INDEX challenges_name_key_idx ON challenges (name_key);

CREATE TABLE challenge_participations (
    challenge_id uuid NOT NULL REFERENCES challenges,
    player_id uuid NOT NULL REFERENCES players,
    from_day date NOT NULL,
    joined_at timestamptz NOT NULL,
    completed_at timestamptz,
    PRIMARY KEY (challenge_id, player_id)
);
CREATE INDEX challenge_participations_open_idx ON challenge_participations (player_id) WHERE completed_at IS NULL;
