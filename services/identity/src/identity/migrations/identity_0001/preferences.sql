CREATE TABLE preferences (
    user_id uuid PRIMARY KEY,
    document text NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT preferences_document_check CHECK (octet_length(document) <= 16384),
    CONSTRAINT preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
