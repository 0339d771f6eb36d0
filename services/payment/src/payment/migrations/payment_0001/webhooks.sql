CREATE TABLE webhooks (
    id UUID NOT NULL,
    provider VARCHAR(10) NOT NULL,
    external_id VARCHAR(200) NOT NULL,
    type VARCHAR(200) NOT NULL,
    facts JSONB NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    outcome VARCHAR(10),
    handled_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT webhooks_pkey PRIMARY KEY (id),
    CONSTRAINT webhooks_outcome_check CHECK (outcome IN ('handled', 'ignored', 'unread')),
    CONSTRAINT webhooks_handled_check CHECK ((outcome IS NULL) = (handled_at IS NULL))
);
CREATE UNIQUE INDEX webhooks_provider_external_id_key ON webhooks (provider, external_id);
CREATE INDEX webhooks_received_at_idx ON webhooks (received_at);
CREATE INDEX webhooks_unread_idx ON webhooks (received_at) WHERE outcome = 'unread';
