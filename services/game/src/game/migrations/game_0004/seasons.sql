CREATE TABLE seasons (
    id uuid PRIMARY KEY,
    kind varchar(10) NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz,
    closed_at timestamptz,
    players integer,
    CONSTRAINT seasons_kind_check CHECK (kind IN ('week', 'month', 'ever')),
    CONSTRAINT seasons_ends_at_check CHECK ((kind = 'ever') = (ends_at IS NULL))
);
CREATE INDEX seasons_ends_at_idx ON seasons (ends_at) WHERE closed_at IS NULL;

CREATE TABLE season_scores (
    season_id uuid NOT NULL REFERENCES seasons,
    player_id uuid NOT NULL REFERENCES players,
    xp bigint NOT NULL,
    listed boolean NOT NULL,
    PRIMARY KEY (season_id, player_id)
);
CREATE INDEX season_scores_board_idx ON season_scores (season_id, xp DESC, player_id) WHERE listed;
CREATE INDEX season_scores_player_id_idx ON season_scores (player_id);

CREATE TABLE season_marks (
    season_id uuid NOT NULL REFERENCES seasons,
    xp bigint NOT NULL,
    upto bigint NOT NULL,
    PRIMARY KEY (season_id, xp)
);

-- What was won in a season that is closed stays as it is. Who is shown may change: people leave.
CREATE FUNCTION refuse_closed_season() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM seasons WHERE id = coalesce(NEW.season_id, OLD.season_id) AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the season is closed';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER season_scores_frozen BEFORE INSERT OR DELETE OR UPDATE OF xp, season_id, player_id ON season_scores
    FOR EACH ROW EXECUTE FUNCTION refuse_closed_season();

INSERT INTO seasons (id, kind, starts_at) VALUES ('c3f0644a-1a3a-5ab5-a7f9-8e537e44d885', 'ever', '2020-01-01 00:00Z');
