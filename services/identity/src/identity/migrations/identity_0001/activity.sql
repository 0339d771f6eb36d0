CREATE TABLE activities (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    action varchar(60) NOT NULL,
    at timestamptz NOT NULL,
    address varchar(45),
    user_agent varchar(300),
    details jsonb NOT NULL,
    CONSTRAINT activities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX activities_at_idx ON activities (at);
CREATE INDEX activities_user_id_id_idx ON activities (user_id, id);
