CREATE TABLE handles (
    user_id UUID NOT NULL,
    version BIGINT NOT NULL,
    email_digest VARCHAR,
    username_digest VARCHAR,
    CONSTRAINT handles_pkey PRIMARY KEY (user_id)
);
CREATE INDEX handles_email_digest_idx ON handles (email_digest);
CREATE INDEX handles_username_digest_idx ON handles (username_digest);

CREATE TABLE misses (
    user_id UUID NOT NULL,
    count INTEGER NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT misses_pkey PRIMARY KEY (user_id),
    CONSTRAINT misses_count_check CHECK (count >= 0)
);
