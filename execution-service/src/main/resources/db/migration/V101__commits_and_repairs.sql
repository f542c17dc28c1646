-- What a commit of a run is made of, so that a lost repository is made again with the same ids.
create table run_commit (
    run_no   int not null,
    id       text not null,
    parent   text,
    message  text not null,
    at       timestamptz not null,
    paths    text[] not null,
    versions int[] not null,
    trace_id text not null,
    primary key (run_no, id)
);

-- The wave in whose repair round the atom was written again.
alter table atom add column repair_wave int;
