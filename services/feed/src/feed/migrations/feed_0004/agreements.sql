ALTER TABLE subscriptions ADD COLUMN agreement_id uuid NOT NULL DEFAULT gen_random_uuid();

ALTER TABLE periods ADD COLUMN refused_at timestamptz;
