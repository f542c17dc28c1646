-- Pieces that wait for a person. facts: what is known of the piece; decision: what the state carries.
CREATE TABLE review (
    id            uuid        NOT NULL PRIMARY KEY,
    masterplan_id uuid        NOT NULL,
    execution_id  uuid,
    session_id    uuid,
    kind          text        NOT NULL CHECK (kind IN ('ATOM', 'REQUIREMENT', 'TEST')),
    subject_key   text        NOT NULL,
    subject       text        NOT NULL,
    file          text,
    rehearsal     boolean     NOT NULL,
    facts         jsonb       NOT NULL,
    state         text        NOT NULL CHECK (state IN ('PENDING', 'IN_REVIEW', 'DECIDED', 'RESOLVED')),
    decision      jsonb       NOT NULL,
    trace_id      text        NOT NULL,
    traceparent   text,
    created_at    timestamptz NOT NULL,
    row_version   bigint      NOT NULL
);

-- A piece has one review that is not closed.
CREATE UNIQUE INDEX review_one_open ON review (masterplan_id, execution_id, subject_key) NULLS NOT DISTINCT
    WHERE state <> 'RESOLVED';
CREATE INDEX review_of_plan ON review (masterplan_id, created_at, id);
CREATE INDEX review_waiting ON review (created_at, id) WHERE state IN ('PENDING', 'IN_REVIEW');
