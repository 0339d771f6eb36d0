CREATE TABLE preferences (
    user_id uuid NOT NULL,
    kind varchar(40) NOT NULL,
    channel varchar(10) NOT NULL,
    mode varchar(10) NOT NULL,
    PRIMARY KEY (user_id, kind, channel),
    CONSTRAINT preferences_channel_check CHECK (channel IN ('in_app', 'email', 'push', 'sms')),
    CONSTRAINT preferences_mode_check CHECK (mode IN ('now', 'daily', 'weekly', 'off')),
    CONSTRAINT preferences_digest_check CHECK (mode IN ('now', 'off') OR channel = 'email')
);
