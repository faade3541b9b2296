-- What one wallet has signed and seen. Others may read: select channel_id, status, turn_num from channels.
create table channels (
  channel_id text primary key,
  status text not null,
  turn_num bigint not null, -- of the last supported state
  marks text not null,
  terms text not null
) with (fillfactor = 80);

create table states (
  channel_id text not null,
  turn_num bigint not null,
  outcome text not null,
  app_data text not null,
  is_final boolean not null,
  state_hash text not null,
  signatures text not null, -- by participant, separated by commas; empty where one has not signed
  primary key (channel_id, turn_num)
) with (fillfactor = 80);
