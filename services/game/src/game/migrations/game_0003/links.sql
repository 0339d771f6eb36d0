CREATE TABLE account_transfers (
    sender_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    transfer_id uuid NOT NULL,
    PRIMARY KEY (sender_id, recipient_id)
);
CREATE INDEX account_transfers_recipient_id_sender_id_idx ON account_transfers (recipient_id, sender_id);

CREATE TABLE weight_recorders (
    weighing_id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    recorded_by uuid NOT NULL
);

CREATE TABLE verified_names (
    user_id uuid PRIMARY KEY,
    version bigint NOT NULL,
    digest varchar(43) NOT NULL
);
CREATE INDEX verified_names_digest_idx ON verified_names (digest);

CREATE TABLE payment_disputes (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    user_id uuid NOT NULL,
    open boolean NOT NULL
);
CREATE INDEX payment_disputes_user_id_idx ON payment_disputes (user_id) WHERE open;
