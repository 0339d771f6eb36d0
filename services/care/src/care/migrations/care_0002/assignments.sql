CREATE TABLE assigned_medicines (
    request_id uuid NOT NULL,
    medicine_id uuid NOT NULL,
    medicine_name varchar(200) NOT NULL,
    unit varchar(20) NOT NULL,
    quantity numeric(14, 3) NOT NULL,
    cost_minor bigint NOT NULL,
    CONSTRAINT assigned_medicines_pkey PRIMARY KEY (request_id),
    CONSTRAINT assigned_medicines_quantity_check CHECK (quantity > 0),
    CONSTRAINT assigned_medicines_cost_check CHECK (cost_minor >= 0),
    CONSTRAINT assigned_medicines_medicine_id_fkey FOREIGN KEY(medicine_id) REFERENCES medicines (id)
);
