CREATE TABLE sms (
    id uuid PRIMARY KEY,
    recipient varchar(16) NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    abandoned_at timestamptz,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT sms_attempts_check CHECK (attempts >= 0),
    CONSTRAINT sms_outcome_check CHECK (num_nonnulls(sent_at, abandoned_at) <= 1),
    CONSTRAINT sms_text_check CHECK ((text = '') = (sent_at IS NOT NULL OR abandoned_at IS NOT NULL)),
    CONSTRAINT sms_pending_check CHECK (num_nonnulls(sent_at, abandoned_at, due_at) > 0)
);
CREATE INDEX sms_created_at_idx ON sms (created_at);
CREATE INDEX sms_due_at_idx ON sms (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX sms_recipient_idx ON sms (lower(recipient), created_at);
