CREATE TABLE kyc_submissions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    status varchar(20) NOT NULL,
    sealed bytea,
    number_digest bytea,
    submitted_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid,
    reason varchar(500),
    erase_after timestamptz,
    CONSTRAINT kyc_submissions_status_check CHECK (status IN ('pending', 'approved', 'rejected', 'withdrawn')),
    CONSTRAINT kyc_submissions_decided_at_check CHECK ((status = 'pending') = (decided_at IS NULL)),
    CONSTRAINT kyc_submissions_decided_by_check CHECK ((status IN ('approved', 'rejected')) = (decided_by IS NOT NULL)),
    CONSTRAINT kyc_submissions_not_by_themself_check CHECK (decided_by <> user_id),
    CONSTRAINT kyc_submissions_reason_check CHECK ((status = 'rejected') = (reason IS NOT NULL)),
    CONSTRAINT kyc_submissions_sealed_check CHECK ((sealed IS NULL) = (number_digest IS NULL)),
    CONSTRAINT kyc_submissions_pending_check CHECK (sealed IS NOT NULL OR status <> 'pending'),
    CONSTRAINT kyc_submissions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);
CREATE INDEX kyc_submissions_erase_after_idx ON kyc_submissions (erase_after) WHERE erase_after IS NOT NULL;
CREATE UNIQUE INDEX kyc_submissions_live_key ON kyc_submissions (user_id) WHERE status IN ('pending', 'approved');
CREATE INDEX kyc_submissions_number_digest_idx ON kyc_submissions (number_digest);
CREATE INDEX kyc_submissions_status_idx ON kyc_submissions (status, id);
CREATE INDEX kyc_submissions_user_id_idx ON kyc_submissions (user_id, id);

CREATE TABLE kyc_documents (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    submission_id uuid,
    kind varchar(20) NOT NULL,
    media_type varchar(50) NOT NULL,
    size integer NOT NULL,
    created_at timestamptz NOT NULL,
    remove_after timestamptz,
    CONSTRAINT kyc_documents_kind_check CHECK (kind IN ('front', 'back', 'selfie', 'proof_of_address')),
    CONSTRAINT kyc_documents_size_check CHECK (size BETWEEN 1 AND 10485760),
    CONSTRAINT kyc_documents_orphan_check CHECK (submission_id IS NOT NULL OR remove_after IS NOT NULL),
    CONSTRAINT kyc_documents_submission_id_kind_key UNIQUE (submission_id, kind),
    CONSTRAINT kyc_documents_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT kyc_documents_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES kyc_submissions (id)
);
CREATE INDEX kyc_documents_remove_after_idx ON kyc_documents (remove_after) WHERE remove_after IS NOT NULL;
CREATE INDEX kyc_documents_user_id_idx ON kyc_documents (user_id);
