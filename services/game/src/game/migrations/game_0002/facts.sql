CREATE TABLE facts (
    id uuid NOT NULL,
    kind varchar(20) NOT NULL,
    source_id uuid NOT NULL,
    event_id uuid NOT NULL,
    livestock_id uuid,
    owner_id uuid,
    about_id uuid,
    at timestamptz NOT NULL,
    number numeric(12, 3),
    amount bigint,
    currency varchar(3),
    replaces_id uuid,
    data jsonb DEFAULT '{}' NOT NULL,
    CONSTRAINT facts_pkey PRIMARY KEY (id),
    CONSTRAINT facts_kind_check CHECK (kind IN ('weighing', 'valuation', 'purchase', 'sale', 'feed_cost', 'care_cost',
        'care_request', 'meal_fed', 'meal_missed', 'checkup', 'task_due', 'task_done', 'task_void', 'death')),
    CONSTRAINT facts_money_check CHECK (num_nulls(amount, currency) <> 1),
    CONSTRAINT facts_kind_source_id_key UNIQUE (kind, source_id)
);

CREATE INDEX facts_livestock_id_at_source_id_idx ON facts (livestock_id, at, source_id);
CREATE INDEX facts_about_id_idx ON facts (about_id) WHERE about_id IS NOT NULL;

CREATE TABLE followed_animals (
    livestock_id uuid NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT followed_animals_pkey PRIMARY KEY (livestock_id),
    CONSTRAINT followed_animals_attempts_check CHECK (attempts >= 0)
);

CREATE INDEX followed_animals_due_at_idx ON followed_animals (due_at) WHERE due_at IS NOT NULL;
