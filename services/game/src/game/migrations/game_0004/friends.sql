CREATE TABLE friendships (
    id uuid PRIMARY KEY,
    low_id uuid NOT NULL REFERENCES players,
    high_id uuid NOT NULL REFERENCES players,
    state varchar(10) NOT NULL,
    asker_id uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    muted_until timestamptz,
    accepted_at timestamptz,
    CONSTRAINT friendships_state_check CHECK (state IN ('requested', 'ignored', 'accepted', 'ended')),
    CONSTRAINT friendships_pair_check CHECK (low_id < high_id),
    CONSTRAINT friendships_asker_check CHECK (asker_id IN (low_id, high_id)),
    CONSTRAINT friendships_low_id_high_id_key UNIQUE (low_id, high_id)
);
CREATE INDEX friendships_high_id_idx ON friendships (high_id);

CREATE TABLE friend_blocks (
    id uuid PRIMARY KEY,
    blocker_id uuid NOT NULL REFERENCES players,
    blocked_id uuid NOT NULL REFERENCES players,
    blocked_at timestamptz NOT NULL,
    CONSTRAINT friend_blocks_blocker_id_blocked_id_key UNIQUE (blocker_id, blocked_id),
    CONSTRAINT friend_blocks_others_check CHECK (blocker_id <> blocked_id)
);
CREATE INDEX friend_blocks_blocked_id_idx ON friend_blocks (blocked_id);
