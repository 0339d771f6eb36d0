CREATE TABLE alarms (
    id uuid NOT NULL,
    version integer NOT NULL,
    rule_id uuid NOT NULL,
    rule_name varchar(100) NOT NULL,
    farm_id uuid NOT NULL,
    area_id uuid,
    equipment_id uuid,
    sensor_id uuid NOT NULL,
    kind varchar(10) NOT NULL,
    severity varchar(10) NOT NULL,
    threshold double precision,
    state varchar(12) NOT NULL,
    late boolean NOT NULL,
    signal double precision NOT NULL,
    value double precision,
    began_at timestamptz NOT NULL,
    confirmed_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_confirmed_at timestamptz,
    end_reason varchar(20),
    raised_at timestamptz NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    note text,
    escalated_at timestamptz,
    closed_at timestamptz,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT alarms_pkey PRIMARY KEY (id),
    CONSTRAINT alarms_state_check CHECK (state IN ('raised', 'acknowledged', 'ended', 'withdrawn')),
    CONSTRAINT alarms_ended_at_check CHECK ((state IN ('ended', 'withdrawn')) = (closed_at IS NOT NULL)),
    CONSTRAINT alarms_end_reason_check CHECK ((state = 'ended') = (end_reason IS NOT NULL)),
    CONSTRAINT alarms_end_confirmed_at_check CHECK ((state = 'ended') = (end_confirmed_at IS NOT NULL)),
    CONSTRAINT alarms_acknowledged_at_check CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
    CONSTRAINT alarms_attempts_check CHECK (attempts >= 0),
    CONSTRAINT alarms_rule_id_fkey FOREIGN KEY(rule_id) REFERENCES alarm_rules (id),
    CONSTRAINT alarms_sensor_id_fkey FOREIGN KEY(sensor_id) REFERENCES sensors (id)
);

CREATE UNIQUE INDEX alarms_open_key ON alarms (rule_id, sensor_id) WHERE state IN ('raised', 'acknowledged');
CREATE INDEX alarms_due_at_idx ON alarms (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX alarms_farm_id_id_idx ON alarms (farm_id, id);
CREATE INDEX alarms_sensor_id_end_confirmed_at_idx ON alarms (sensor_id, end_confirmed_at);
