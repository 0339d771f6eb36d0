CREATE TABLE earnings (
    id uuid PRIMARY KEY,
    player_id uuid NOT NULL REFERENCES players,
    kind varchar(20) NOT NULL,
    source_id uuid NOT NULL,
    xp integer NOT NULL,
    coins integer NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT earnings_player_id_kind_source_id_key UNIQUE (player_id, kind, source_id),
    CONSTRAINT earnings_kind_check CHECK (kind IN ('task', 'achievement', 'challenge')),
    CONSTRAINT earnings_amounts_check CHECK (xp >= 0 AND coins >= 0)
);
CREATE INDEX earnings_created_at_idx ON earnings (created_at);
