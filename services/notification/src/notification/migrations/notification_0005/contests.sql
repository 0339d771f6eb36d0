CREATE TABLE contests (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    title varchar NOT NULL
);

CREATE TABLE entrants (
    entry_id uuid PRIMARY KEY,
    version bigint NOT NULL,
    contest_id uuid NOT NULL,
    user_id uuid NOT NULL,
    "left" boolean NOT NULL
);
CREATE INDEX entrants_contest_id_user_id_idx ON entrants (contest_id, user_id);
CREATE INDEX entrants_user_id_idx ON entrants (user_id);
