-- UUIDv7 (RFC 9562), for rows that a statement makes.
CREATE FUNCTION time_ordered_uuid() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                FROM 1 FOR 6),
            52, 1), 53, 1),
        'hex'
    )::uuid
$$;

CREATE TABLE task_rules (
    id uuid PRIMARY KEY,
    kind varchar(20) NOT NULL,
    version integer NOT NULL,
    title varchar(100) NOT NULL,
    evidence varchar(20)[] NOT NULL,
    by_hand boolean NOT NULL,
    xp integer NOT NULL,
    coins integer NOT NULL,
    is_daily boolean NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT task_rules_kind_check CHECK (kind IN ('feed', 'health_check', 'clean', 'exercise', 'vaccination')),
    CONSTRAINT task_rules_possible_check CHECK (by_hand OR cardinality(evidence) > 0),
    CONSTRAINT task_rules_rewards_check CHECK (xp BETWEEN 0 AND 100 AND coins BETWEEN 0 AND 20),
    CONSTRAINT task_rules_by_hand_check CHECK (NOT by_hand OR (xp <= 10 AND coins <= 2)),
    CONSTRAINT task_rules_kind_key UNIQUE (kind)
);

CREATE TABLE tasks (
    id uuid PRIMARY KEY DEFAULT time_ordered_uuid(),
    player_id uuid NOT NULL REFERENCES players,
    livestock_id uuid NOT NULL,
    kind varchar(20) NOT NULL,
    local_day date NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    by_hand boolean NOT NULL,
    xp integer NOT NULL,
    coins integer NOT NULL,
    request_id uuid,
    done_at timestamptz,
    done_by varchar(20),
    evidence_id uuid,
    CONSTRAINT tasks_livestock_id_kind_local_day_key UNIQUE (livestock_id, kind, local_day),
    CONSTRAINT tasks_times_check CHECK (starts_at < ends_at),
    CONSTRAINT tasks_done_at_check CHECK (done_at >= starts_at AND done_at < ends_at),
    CONSTRAINT tasks_done_by_check CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CONSTRAINT tasks_by_hand_check CHECK (done_by <> 'hand' OR by_hand)
);
CREATE INDEX tasks_of_player_idx ON tasks (player_id, local_day, id);

CREATE TABLE early_evidence (
    livestock_id uuid NOT NULL,
    kind varchar(20) NOT NULL,
    quarter timestamptz NOT NULL,
    at timestamptz NOT NULL,
    evidence_id uuid,
    PRIMARY KEY (livestock_id, kind, quarter)
);
CREATE INDEX early_evidence_at_idx ON early_evidence (at);

CREATE TABLE care_needs (
    request_id uuid PRIMARY KEY,
    livestock_id uuid,
    due_on date,
    version bigint NOT NULL,
    ended boolean NOT NULL,
    CONSTRAINT care_needs_known_check CHECK ((livestock_id IS NULL) = (due_on IS NULL))
);
CREATE INDEX care_needs_livestock_id_idx ON care_needs (livestock_id) WHERE NOT ended;

INSERT INTO task_rules (id, kind, version, title, evidence, by_hand, xp, coins, is_daily, is_active)
VALUES
    (gen_random_uuid(), 'feed', 1, 'Feed', '{meal}', false, 20, 4, true, true),
    (gen_random_uuid(), 'health_check', 1, 'Check its health', '{checkup,weighing,treatment,camera}', false, 15, 3, true, true),
    (gen_random_uuid(), 'clean', 1, 'Clean the pen', '{}', true, 5, 1, true, true),
    (gen_random_uuid(), 'exercise', 1, 'Let it out', '{camera}', true, 5, 1, true, true),
    (gen_random_uuid(), 'vaccination', 1, 'Have it vaccinated', '{vaccination}', false, 60, 15, false, true);
