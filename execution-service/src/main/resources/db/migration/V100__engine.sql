-- A living process: the lease that every engine transaction looks at, on the database's clock.
create table instance (
    id      uuid primary key,
    slot    int not null unique,
    expires timestamptz not null
);

create table run (
    no            int generated always as identity primary key,
    id            uuid not null unique,
    masterplan_id uuid not null,
    session_id    uuid not null,
    version       int not null,
    name          text not null,
    approved      bytea not null,
    traceparent   text,
    trace_id      text not null,
    state         text not null,
    reason        text,
    cure          text,
    owner         uuid,
    wave          int not null default 0,
    total_waves   int not null default 0,
    sandbox       text,
    head_commit   text,
    certificate   bytea,
    created_at    timestamptz not null default now(),
    started_at    timestamptz,
    ended_at      timestamptz,
    unique (masterplan_id, version)
);

-- Execution's share of a plan's money; spent + reserved never passes hard.
create table budget (
    plan     uuid primary key,
    soft     numeric(18, 6) not null,
    hard     numeric(18, 6) not null,
    plan_soft numeric(18, 6) not null,
    plan_hard numeric(18, 6) not null,
    spent    numeric(18, 6) not null default 0,
    reserved numeric(18, 6) not null default 0,
    elsewhere numeric(18, 6) not null default 0,
    warned   int not null default 0,
    trace_id text not null
) with (fillfactor = 50);

create table ledger (
    plan      uuid not null,
    service   text not null,
    purpose   text not null,
    subject   text not null,
    attempt   int not null,
    call      int not null,
    amount    numeric(12, 6) not null,
    estimated boolean not null,
    at        timestamptz not null default now(),
    trace_id  text not null,
    primary key (plan, service, purpose, subject, attempt, call)
);

create table wave (
    run_no      int not null,
    number      int not null,
    id          uuid not null,
    name        text not null,
    state       text not null,
    round       int not null default 0,
    started_at  timestamptz,
    duration_ms bigint,
    commit_id   text,
    trace_id    text not null,
    primary key (run_no, number)
);

create table atom (
    run_no       int not null,
    atom_no      int not null,
    id           uuid not null,
    name         text not null,
    task_id      uuid not null,
    subtask_id   uuid not null,
    task_number  int not null,
    subtask_number int not null,
    wave         int not null,
    language     text not null,
    file         text,
    complexity   text not null,
    state        text not null,
    reason       text,
    ladder       int not null default 1,
    retries      int not null default 0,
    cyclomatic   int not null default 0,
    by_person    boolean not null default false,
    confidence   double precision,
    parts        text,
    cost         numeric(12, 6) not null default 0,
    started_at   timestamptz,
    ended_at     timestamptz,
    trace_id     text not null,
    primary key (run_no, atom_no)
) with (fillfactor = 60);

create index atom_id on atom (id);

-- The three durable points of an attempt: ADMITTED, ANSWERED, then ACCEPTED or REJECTED.
create table attempt (
    run_no      int not null,
    atom_no     int not null,
    ladder      int not null,
    number      int not null,
    call        int not null,
    state       text not null,
    worst       numeric(12, 6) not null,
    answer      bytea,
    usage       text,
    cost        numeric(12, 6) not null default 0,
    estimated   boolean not null default false,
    validators  text,
    diagnostics bytea,
    started_at  timestamptz not null default now(),
    ended_at    timestamptz,
    trace_id    text not null,
    primary key (run_no, atom_no, ladder, number, call)
) with (fillfactor = 60);

create table file_version (
    run_no     int not null,
    path       text not null,
    version    int not null,
    sha256     text not null,
    content    bytea not null,
    atom_no    int,
    author     text not null,
    created_at timestamptz not null default now(),
    trace_id   text not null,
    primary key (run_no, path, version)
);

create table gate (
    run_no         int not null,
    wave           int not null,
    round          int not null,
    verdict        text not null,
    failure_reason text,
    must_total     int not null,
    must_passed    int not null,
    should_total   int not null,
    should_passed  int not null,
    failed_requirements text[] not null,
    certificate    bytea,
    decided_at     timestamptz not null default now(),
    trace_id       text not null,
    primary key (run_no, wave, round)
);

create table acceptance_test (
    run_no            int not null,
    test_id           text not null,
    ord               int not null,
    due_from_wave     int not null,
    file              text,
    state             text not null,
    text              text,
    evidence          bytea,
    duration_ms       bigint,
    corrected_by      text,
    correction_reason text,
    trace_id          text not null,
    primary key (run_no, test_id)
);

create table run_command (
    id         uuid primary key,
    run_no     int not null,
    command    text not null,
    body       bytea not null,
    asked_by   text not null,
    state      text not null default 'PENDING',
    text       text,
    created_at timestamptz not null default now(),
    done_at    timestamptz,
    trace_id   text not null
);

create index run_command_pending on run_command (run_no, created_at) where state = 'PENDING';
