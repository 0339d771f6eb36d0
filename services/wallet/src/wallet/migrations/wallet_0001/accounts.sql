CREATE TABLE accounts (
    id UUID NOT NULL,
    owner_id UUID,
    kind VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    balance BIGINT,
    owed BIGINT DEFAULT '0' NOT NULL,
    posted_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    exits BIGINT[] DEFAULT '{}' NOT NULL,
    exits_total BIGINT DEFAULT 0 NOT NULL,
    exits_hour INTEGER DEFAULT 0 NOT NULL,
    watched BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_owner_id_kind_currency_key UNIQUE NULLS NOT DISTINCT (owner_id, kind, currency),
    CONSTRAINT accounts_balance_check CHECK (CASE kind WHEN 'receivable' THEN balance <= 0 ELSE balance >= 0 END),
    CONSTRAINT accounts_limit_check CHECK (abs(balance) < 1000000000000000),
    CONSTRAINT accounts_platform_check CHECK ((owner_id IS NULL) = (balance IS NULL)),
    CONSTRAINT accounts_owed_check CHECK (owed >= 0 AND (owed = 0 OR kind = 'available')),
    CONSTRAINT accounts_kind_check CHECK (
        (owner_id IS NULL) = (
            kind IN ('external', 'revenue', 'sales', 'stripe', 'paypal', 'disputes', 'losses', 'fees')
            OR kind LIKE 'revenue.%'
        ) AND (owner_id IS NOT NULL) = (kind IN ('available', 'held', 'receivable'))
    )
) WITH (fillfactor = 50);

-- The platform's own accounts. Their ids follow from what they are, as those of all accounts.
INSERT INTO accounts (id, kind, currency, created_at) VALUES
    ('0d00c70a-0ac4-58a8-a19e-ea75f00cb852', 'external', 'EUR', now()),
    ('62f84e5d-7ba0-5f76-a20f-535034f94713', 'revenue', 'EUR', now()),
    ('a9d81723-31e9-584f-a172-bd55c9faded7', 'sales', 'EUR', now()),
    ('4e66bab0-d205-5245-b367-1be8eb3d41f3', 'stripe', 'EUR', now()),
    ('1006babe-c4a2-5493-b484-f79ee0c888cf', 'paypal', 'EUR', now()),
    ('8e445887-253d-5018-971e-2461801d28ea', 'disputes', 'EUR', now()),
    ('6361a54e-0fa5-54c1-a4ba-e88f737f318d', 'losses', 'EUR', now()),
    ('70e93eb4-dc79-5597-a3b4-7333eb5dd2db', 'fees', 'EUR', now()),
    ('6c5a767e-7351-5da0-8506-6fabcb389a70', 'external', 'GBP', now()),
    ('371197a3-6720-5f8c-bf57-6cae04059a5e', 'revenue', 'GBP', now()),
    ('5525e675-875b-5609-a286-6848aeaf4347', 'sales', 'GBP', now()),
    ('a1c4ba16-0d75-57cf-89f2-7036581b6a6f', 'stripe', 'GBP', now()),
    ('59a4c749-ae48-54f5-a2c7-ad6ddc2f855c', 'paypal', 'GBP', now()),
    ('8df389c9-7c37-5d3c-81b8-1bb976d8b87f', 'disputes', 'GBP', now()),
    ('026d25d0-08d2-5371-a731-05cf525ffd2b', 'losses', 'GBP', now()),
    ('8ffbe51e-3ef0-5e2b-8e67-d7bd4a4fd129', 'fees', 'GBP', now()),
    ('236b00f7-6d67-5798-9385-b38097993f83', 'external', 'USD', now()),
    ('82406fff-a3c4-5f74-8467-637574f06022', 'revenue', 'USD', now()),
    ('a71c865a-3051-50a1-a410-861a8f94e272', 'sales', 'USD', now()),
    ('4f3840b8-6bd2-5c38-9dcf-a36f389ddfb3', 'stripe', 'USD', now()),
    ('48e18521-f595-5370-851a-1829bb75d1d7', 'paypal', 'USD', now()),
    ('5a7a01a1-910d-5acb-bc5f-1b19855fab66', 'disputes', 'USD', now()),
    ('8f217e11-4dfa-5ea7-954e-3b6b184db775', 'losses', 'USD', now()),
    ('31c15766-f404-5924-a3e0-18dcf61e859b', 'fees', 'USD', now());

-- Whichever statement makes something available to somebody who owes, the transaction has to take it.
CREATE FUNCTION refuse_what_is_owed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM accounts WHERE id = NEW.id AND owed > 0 AND balance > 0) THEN
        RAISE EXCEPTION 'what is owed is not available' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'accounts_owed_first';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER accounts_owed_first AFTER UPDATE OF balance, owed ON accounts
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.owed > 0 AND NEW.balance > 0)
EXECUTE FUNCTION refuse_what_is_owed();
