create table items (
  id text collate "C" primary key,
  price bigint not null,
  stock bigint not null
) with (fillfactor = 50);

-- What each checkout has taken. The id is that of the checkout: order and attempt.
create table takings (
  id text collate "C" primary key,
  lines text not null,
  given_back boolean not null
) with (fillfactor = 90);
