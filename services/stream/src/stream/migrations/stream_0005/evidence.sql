CREATE TABLE evidence (
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    key bytea NOT NULL,
    counter bigint NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    signature bytea NOT NULL,
    model_digest bytea NOT NULL,
    batch_digest bytea NOT NULL,
    count integer NOT NULL,
    sent_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    verdict varchar(20) NOT NULL,
    CONSTRAINT evidence_pkey PRIMARY KEY (id),
    CONSTRAINT evidence_device_id_hash_key UNIQUE (device_id, hash),
    CONSTRAINT evidence_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id),
    CONSTRAINT evidence_counter_check CHECK (counter > 0),
    CONSTRAINT evidence_lengths_check CHECK (
        octet_length(key) = 32 AND octet_length(previous) = 32 AND octet_length(hash) = 32
        AND octet_length(signature) = 64 AND octet_length(model_digest) = 32 AND octet_length(batch_digest) = 32
    ),
    CONSTRAINT evidence_verdict_check CHECK (
        verdict IN ('accepted', 'wrong_key', 'former_key', 'bad_signature', 'fork', 'rollback', 'broken_link', 'overlap')
    )
);

CREATE UNIQUE INDEX evidence_chain_key ON evidence (device_id, key, counter) WHERE verdict = 'accepted';
