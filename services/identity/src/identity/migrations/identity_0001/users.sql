CREATE EXTENSION IF NOT EXISTS pg_trgm; -- a trusted one: the owner of the database may create it

CREATE TABLE users (
    id uuid PRIMARY KEY,
    email varchar(254) NOT NULL,
    username varchar(30) NOT NULL,
    full_name varchar(200),
    role varchar(20) NOT NULL,
    password_hash text NOT NULL,
    email_verified_at timestamptz,
    phone varchar(16),
    phone_verified_at timestamptz,
    credentials_changed_at timestamptz,
    created_at timestamptz NOT NULL,
    kyc_status varchar(20) NOT NULL DEFAULT 'not_submitted',
    status varchar(20) NOT NULL DEFAULT 'active',
    status_reason varchar(500),
    notes varchar(2000),
    created_by uuid,
    last_login_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    handles_version integer NOT NULL DEFAULT 0,
    standing_version integer NOT NULL DEFAULT 0,
    decides_from timestamptz,
    CONSTRAINT users_kyc_status_check CHECK (kyc_status IN ('not_submitted', 'pending', 'approved', 'rejected')),
    CONSTRAINT users_role_check CHECK (role IN ('investor', 'gamer', 'admin', 'farm_staff', 'veterinarian')),
    CONSTRAINT users_phone_check CHECK ((phone IS NULL) = (phone_verified_at IS NULL)),
    CONSTRAINT users_status_check CHECK (status IN ('active', 'deactivated', 'deleted')),
    CONSTRAINT users_status_reason_check CHECK ((status = 'deactivated') = (status_reason IS NOT NULL)),
    CONSTRAINT users_anonymised_check CHECK (
        status <> 'deleted' OR (
            email = CAST(id AS text) || '@deleted.invalid'
            AND num_nonnulls(full_name, notes, email_verified_at, last_login_at, phone) = 0
        )
    ),
    CONSTRAINT users_username_check CHECK (username ~ '^[A-Za-z][A-Za-z0-9_.-]{2,29}$'),
    CONSTRAINT users_created_by_fkey FOREIGN KEY (created_by) REFERENCES users (id)
);
CREATE INDEX users_created_at_idx ON users (created_at, id);
CREATE INDEX users_created_by_idx ON users (created_by) WHERE created_by IS NOT NULL;
CREATE UNIQUE INDEX users_email_key ON users (lower(email));
CREATE INDEX users_inactive_idx ON users (status, created_at, id) WHERE status <> 'active';
CREATE UNIQUE INDEX users_phone_key ON users (phone);
CREATE INDEX users_role_idx ON users (role, created_at, id);
CREATE INDEX users_role_status_idx ON users (role, status);
CREATE INDEX users_search_idx ON users USING gin (
    ((((email || ' ') || username) || ' ') || coalesce(full_name, '')) gin_trgm_ops
);
CREATE INDEX users_unannounced_idx ON users (id) WHERE handles_version = 0 AND email_verified_at IS NOT NULL;
CREATE INDEX users_unverified_idx ON users (created_at, id) WHERE email_verified_at IS NULL AND status <> 'deleted';
CREATE UNIQUE INDEX users_username_key ON users (lower(username)) WHERE email_verified_at IS NOT NULL;

-- Whoever stops being an active administrator waits for others who do so, then checks who is left.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7305012);
    IF NOT EXISTS (
        SELECT FROM users WHERE role = 'admin' AND status = 'active' AND email_verified_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the last active administrator stays' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'users_last_administrator', TABLE = 'users';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER users_demoted AFTER UPDATE OF role, status, email_verified_at ON users
FOR EACH ROW WHEN (
    OLD.role = 'admin' AND OLD.status = 'active' AND OLD.email_verified_at IS NOT NULL
    AND NOT (NEW.role = 'admin' AND NEW.status = 'active' AND NEW.email_verified_at IS NOT NULL)
)
EXECUTE FUNCTION keep_an_administrator();

CREATE TRIGGER users_removed AFTER DELETE ON users
FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.status = 'active' AND OLD.email_verified_at IS NOT NULL)
EXECUTE FUNCTION keep_an_administrator();
