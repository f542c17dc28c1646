-- Files that a plan was read from, and what became of each of their parts.
CREATE TABLE plan_import (
    message_id     uuid        NOT NULL PRIMARY KEY REFERENCES message (id),
    master_plan_id uuid        NOT NULL UNIQUE REFERENCES master_plan (id),
    name           text        NOT NULL,
    files          jsonb       NOT NULL,
    report         jsonb,
    trace_id       text        NOT NULL,
    created_at     timestamptz NOT NULL
);

ALTER TABLE message DROP CONSTRAINT message_kind_check;
ALTER TABLE message ADD CONSTRAINT message_kind_check
    CHECK (kind IN ('BRIEF', 'TALK', 'CHOICES', 'PLAN', 'IMPORT', 'ANSWER'));
