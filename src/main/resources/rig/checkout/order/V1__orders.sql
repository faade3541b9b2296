-- A checkout under way is PENDING: whoever starts finishes or undoes it.
create table orders (
  id text collate "C" primary key,
  user_id text not null,
  lines text not null, -- [[item, quantity, price], ...]
  state text not null,
  attempt bigint not null,
  paid boolean not null
) with (fillfactor = 50);
