CREATE TABLE mails (
    id uuid PRIMARY KEY,
    recipient varchar(254) NOT NULL,
    subject varchar(200) NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    abandoned_at timestamptz,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT mails_attempts_check CHECK (attempts >= 0),
    CONSTRAINT mails_outcome_check CHECK (num_nonnulls(sent_at, abandoned_at) <= 1),
    CONSTRAINT mails_text_check CHECK ((text = '') = (sent_at IS NOT NULL OR abandoned_at IS NOT NULL)),
    CONSTRAINT mails_pending_check CHECK (num_nonnulls(sent_at, abandoned_at, due_at) > 0)
);
CREATE INDEX mails_created_at_idx ON mails (created_at);
CREATE INDEX mails_due_at_idx ON mails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mails_recipient_idx ON mails (lower(recipient), created_at);
