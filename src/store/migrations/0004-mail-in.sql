-- Mail in: mailboxes that are fetched, the ledger of every mail that came, notices and their deadlines, attachments,
-- facts of orders, and what a person decided on a quarantined mail.

-- Receiving servers whose verdict on a sender is believed, by their authserv-id.
alter table mailbox add column authserv_ids text[] not null default '{}';
-- A mail that reached the server before this is history: it is kept and shown, and runs no clock. Null: all run.
alter table mailbox add column deadlines_from timestamptz;

-- Where a mailbox is fetched from by IMAP. The version grows with each change, so that its watcher begins anew.
create table mailbox_source (
  account_id bigint not null,
  mailbox_id bigint not null,
  version integer not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  folder text not null,
  login_sealed bytea not null,
  changed_at timestamptz not null,
  primary key (account_id, mailbox_id)
);

-- Up to which mail a mailbox was fetched, and how its watcher fares. `origin` tells the places apart that a mailbox was
-- fetched from in its life: the millisecond at which the present one was set, since servers number their mails alike.
create table mailbox_position (
  account_id bigint not null,
  mailbox_id bigint not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  moved_at timestamptz not null,
  origin bigint not null,
  primary key (account_id, mailbox_id)
);
create table mailbox_watch (
  account_id bigint not null,
  mailbox_id bigint not null,
  state text not null check (state in ('connecting', 'catching-up', 'caught-up', 'failing')),
  problem text,
  since timestamptz not null,
  seen_at timestamptz not null,
  retry_at timestamptz,
  behind integer not null,
  primary key (account_id, mailbox_id)
);

-- One row for every mail a door took, written with what became of it. `uid` is the server's for IMAP, else an id of ours
-- under origin and UIDVALIDITY 0.
create table arrival (
  account_id bigint not null,
  mailbox_id bigint not null,
  door text not null check (door in ('imap', 'smtp', 'file')),
  origin bigint not null,
  uid_validity bigint not null,
  uid bigint not null,
  arrived_at timestamptz not null,
  taken_at timestamptz not null,
  outcome text not null check (outcome in ('stored', 'repeated', 'noticed', 'quarantined')),
  object_id bigint,
  primary key (account_id, mailbox_id, door, origin, uid_validity, uid)
);

-- The last comparison of a mailbox with the ledger, by the UTC day the server took the mails.
create table reconciliation (
  account_id bigint not null,
  mailbox_id bigint not null,
  day date not null,
  on_server integer not null,
  stored integer not null,
  repeated integer not null,
  noticed integer not null,
  quarantined integer not null,
  missing integer not null,
  gone integer not null,
  reckoned_at timestamptz not null,
  primary key (account_id, mailbox_id, day)
);

-- What a name of a thread is, so that two cases are never one conversation.
alter table conversation_thread add column kind text not null default 'unknown'
  check (kind in ('unknown', 'case', 'token', 'mail', 'order', 'alias'));
create index conversation_thread_cases on conversation_thread (account_id, conversation_id) where kind = 'case';

-- Who tells what: Amazon about an order, or its customer service for a buyer.
alter table message add column topic text check (topic in ('customer-service', 'return-request', 'refund', 'cancellation',
  'claim-opened', 'claim-closed', 'other', 'opted-out', 'refused'));
alter table message add column facts jsonb not null default '{}';
-- Amazon's template was not recognised, so the text is the whole mail.
alter table message add column is_whole boolean not null default false;
-- History: it was old when it came, and runs no clock.
alter table message add column is_history boolean not null default false;

create table deadline (
  account_id bigint not null,
  deadline_id bigint not null,
  conversation_id bigint not null,
  message_id bigint not null,
  kind text not null check (kind in ('return', 'claim-request', 'appeal', 'cancellation')),
  starts_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  settled_by text check (settled_by in ('refund', 'claim', 'person')),
  primary key (account_id, deadline_id),
  check ((settled_at is null) = (settled_by is null))
);
create index deadline_conversation on deadline (account_id, conversation_id);

-- Sealed as they came, each under a key of its own that dies with the row.
create table attachment (
  account_id bigint not null,
  attachment_id bigint not null,
  conversation_id bigint not null,
  message_id bigint not null,
  position integer not null,
  kind text not null,
  is_risky boolean not null,
  size_bytes integer not null,
  destroy_at timestamptz not null,
  wrapped_key bytea not null,
  name_sealed bytea not null,
  raw_sealed bytea,
  primary key (account_id, attachment_id)
);
create index attachment_message on attachment (account_id, conversation_id, message_id);
create index attachment_destroy on attachment (destroy_at);

create table order_fact (
  account_id bigint not null,
  order_id text not null,
  marketplace_id text,
  fulfilled_by text not null check (fulfilled_by in ('amazon', 'merchant', 'unknown')),
  purchased_at timestamptz,
  ship_by_at timestamptz,
  latest_delivery_at timestamptz,
  programmes text[] not null,
  total_minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  source text not null check (source in ('report', 'mail')),
  taken_at timestamptz not null,
  primary key (account_id, order_id)
);

-- Of a mail taken from IMAP the bytes stay on the server; of one from the other doors they are sealed here.
alter table quarantine alter column raw_sealed drop not null;
alter table quarantine add column origin bigint;
alter table quarantine add column uid_validity bigint;
alter table quarantine add column uid bigint;
alter table quarantine add column state text not null default 'held'
  check (state in ('held', 'releasing', 'released', 'dismissed', 'phishing'));
alter table quarantine add column decided_by bigint;
alter table quarantine add column decided_at timestamptz;
alter table quarantine drop constraint quarantine_reason_check;
alter table quarantine add constraint quarantine_reason_check check (reason in ('unparsable', 'too-complex', 'not-amazon',
  'repeated-headers', 'ambiguous', 'too-large', 'look-alike', 'impersonation', 'failed-signature', 'not-stored'));
create index quarantine_destroy on quarantine (destroy_at);

-- The defaults were for the rows there are; a new row says each value.
alter table mailbox alter column authserv_ids drop default;
alter table conversation_thread alter column kind drop default;
alter table message alter column facts drop default, alter column is_whole drop default,
  alter column is_history drop default;
alter table quarantine alter column state drop default;

do $$
declare walled text;
begin
  foreach walled in array array['mailbox_source', 'mailbox_position', 'mailbox_watch', 'arrival', 'reconciliation',
    'deadline', 'attachment', 'order_fact']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format(
      'create policy member on %I to safereply_app using (exists (select 1 from membership m'
      ' where m.person_id = (select acting_person()) and m.account_id = %I.account_id))', walled, walled);
  end loop;
end $$;

grant select, insert on arrival to safereply_app;
grant select, insert, update on deadline, order_fact to safereply_app;
grant select, insert, delete on attachment to safereply_app;
grant select, insert, update, delete on mailbox_source, mailbox_position, mailbox_watch, reconciliation to safereply_app;
grant update on quarantine to safereply_app;
-- An alias names the newest conversation of its buyer.
grant update on conversation_thread to safereply_app;
