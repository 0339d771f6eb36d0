CREATE TABLE notices (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    kind varchar(40) NOT NULL,
    source varchar(120) NOT NULL,
    data jsonb NOT NULL,
    head_id uuid REFERENCES notices ON DELETE CASCADE,
    size integer NOT NULL,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    deleted_at timestamptz,
    CONSTRAINT notices_size_check CHECK (size >= 1),
    CONSTRAINT notices_member_check CHECK (head_id IS NULL OR size = 1),
    CONSTRAINT notices_head_check CHECK (head_id <> id),
    CONSTRAINT notices_user_id_kind_source_key UNIQUE (user_id, kind, source)
);
CREATE INDEX notices_inbox_idx ON notices (user_id, id) WHERE head_id IS NULL AND deleted_at IS NULL;
CREATE INDEX notices_unread_idx ON notices (user_id, id)
    WHERE head_id IS NULL AND deleted_at IS NULL AND read_at IS NULL;
CREATE INDEX notices_head_id_idx ON notices (head_id) WHERE head_id IS NOT NULL;
CREATE INDEX notices_created_at_idx ON notices (created_at);

CREATE TABLE gatherings (
    user_id uuid NOT NULL,
    kind varchar(40) NOT NULL,
    topic varchar(120) NOT NULL,
    head_id uuid NOT NULL REFERENCES notices ON DELETE CASCADE,
    open_until timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind, topic)
);
CREATE INDEX gatherings_head_id_idx ON gatherings (head_id);
CREATE INDEX gatherings_open_until_idx ON gatherings (open_until);
