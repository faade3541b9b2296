create table users (
  id text collate "C" primary key,
  credit bigint not null
) with (fillfactor = 50);

-- What each checkout has paid. The id is that of the checkout (order and attempt), or that of an order paid directly.
create table payments (
  id text collate "C" primary key,
  user_id text not null,
  amount bigint not null,
  given_back boolean not null
) with (fillfactor = 90);
