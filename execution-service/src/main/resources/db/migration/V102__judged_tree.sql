-- What a gate judged: a run is completed only by a gate of the tree that it has.
alter table gate add column tree_hash text;
