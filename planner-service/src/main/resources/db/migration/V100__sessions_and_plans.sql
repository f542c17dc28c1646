-- Sessions, what is said in them, what was understood, and the plans that came of it.
CREATE TABLE session (
    id          uuid        NOT NULL PRIMARY KEY,
    name        text        NOT NULL,
    archived    boolean     NOT NULL DEFAULT false,
    owner       text        NOT NULL,
    trace_id    text        NOT NULL,
    traceparent text        NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE INDEX session_newest ON session (created_at DESC, id DESC);

-- A user's message is work until it is answered: then it is no longer open.
CREATE TABLE message (
    id            uuid        NOT NULL PRIMARY KEY,
    session_id    uuid        NOT NULL REFERENCES session (id),
    kind          text        NOT NULL CHECK (kind IN ('BRIEF', 'TALK', 'CHOICES', 'PLAN', 'ANSWER')),
    text          text        NOT NULL,
    masterplan_id uuid,
    open          boolean     NOT NULL,
    trace_id      text        NOT NULL,
    traceparent   text        NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE INDEX message_of_session ON message (session_id, created_at, id);
CREATE INDEX message_open ON message (created_at, id) WHERE open;

CREATE TABLE discovery (
    session_id  uuid        NOT NULL PRIMARY KEY REFERENCES session (id),
    revision    int         NOT NULL,
    document    jsonb       NOT NULL,
    trace_id    text        NOT NULL,
    changed_at  timestamptz NOT NULL,
    row_version bigint      NOT NULL
);

CREATE TABLE master_plan (
    id          uuid        NOT NULL PRIMARY KEY,
    session_id  uuid        NOT NULL REFERENCES session (id),
    name        text        NOT NULL,
    trace_id    text        NOT NULL,
    traceparent text        NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE INDEX master_plan_of_session ON master_plan (session_id, created_at, id);
CREATE INDEX master_plan_newest ON master_plan (created_at DESC, id DESC);

CREATE TABLE plan_version (
    id             uuid        NOT NULL PRIMARY KEY,
    master_plan_id uuid        NOT NULL REFERENCES master_plan (id),
    number         int         NOT NULL,
    status         text        NOT NULL,
    status_reason  text,
    author         text        NOT NULL,
    engine         jsonb       NOT NULL,
    limits         jsonb       NOT NULL,
    document       jsonb,
    decided_by     text,
    decided_at     timestamptz,
    trace_id       text        NOT NULL,
    created_at     timestamptz NOT NULL,
    row_version    bigint      NOT NULL,
    UNIQUE (master_plan_id, number)
);

-- A plan has one approved version and at most one draft.
CREATE UNIQUE INDEX plan_version_one_approved ON plan_version (master_plan_id) WHERE status = 'APPROVED';
CREATE UNIQUE INDEX plan_version_one_draft ON plan_version (master_plan_id) WHERE status IN ('GENERATING', 'DRAFT');
