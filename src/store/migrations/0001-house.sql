-- The house: accounts, people, conversations, messages, the outbox and the entries of the evidence log.
--
-- Rules this schema keeps (test/store/schema.test.ts holds it to them):
--   every primary key and unique constraint begins with account_id; the exceptions are named in that test
--   row security is enabled and forced on every table; the person of the transaction is safereply.person
--   states are text with a CHECK; no trigger; ids are made by the application; every instant is an argument

create table person (
  person_id bigint primary key,
  kind text not null check (kind in ('human', 'desk')),
  name text not null,
  pseudonym_key bytea not null,
  pseudonym_epoch integer not null,
  created_at timestamptz not null
);

create table person_token (
  person_id bigint not null,
  token_id bigint not null,
  kind text not null check (kind in ('link', 'browser')),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (person_id, token_id)
);

create table account (
  account_id bigint primary key,
  name text not null,
  created_at timestamptz not null
);

create table membership (
  account_id bigint not null,
  person_id bigint not null,
  role text not null check (role in ('owner', 'desk')),
  until timestamptz,
  primary key (account_id, person_id)
);
create index membership_person on membership (person_id, account_id);

create table account_key (
  account_id bigint primary key,
  epoch integer not null,
  wrapped_key bytea not null
);

create table mailbox (
  account_id bigint not null,
  mailbox_id bigint not null,
  address text not null,
  approved_sender text not null,
  copies text not null default 'not-seen' check (copies in ('not-seen', 'seen')),
  created_at timestamptz not null,
  primary key (account_id, mailbox_id),
  unique (account_id, address)
);
create index mailbox_address on mailbox (address);

create table conversation (
  account_id bigint not null,
  conversation_id bigint not null,
  mailbox_id bigint not null,
  state text not null check (state in ('needs-reply', 'waiting', 'closed')),
  version integer not null,
  marketplace_id text,
  order_id text,
  assignee bigint,
  unanswered_since timestamptz,
  due_at timestamptz,
  claim_at timestamptz,
  reopened text check (reopened in ('bounced', 'opted-out', 'refused', 'held', 'failed')),
  last_message_at timestamptz not null,
  has_redactions boolean not null,
  person_sealed bytea not null,
  text_sealed bytea not null,
  primary key (account_id, conversation_id)
);
create index conversation_due on conversation (account_id, due_at, conversation_id) include (assignee)
  where state = 'needs-reply';
create index conversation_recent on conversation (account_id, last_message_at desc, conversation_id desc);
create index conversation_waiting on conversation (account_id, last_message_at desc, conversation_id desc)
  where state = 'waiting';
create index conversation_order on conversation (account_id, order_id) where order_id is not null;

create table conversation_key (
  account_id bigint not null,
  conversation_id bigint not null,
  kind text not null check (kind in ('person', 'text')),
  wrapped_key bytea not null,
  primary key (account_id, conversation_id, kind)
);

create table conversation_thread (
  account_id bigint not null,
  thread_hash text not null,
  conversation_id bigint not null,
  primary key (account_id, thread_hash)
);

create table message (
  account_id bigint not null,
  message_id bigint not null,
  conversation_id bigint not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('buyer', 'reply', 'copy', 'notice')),
  at timestamptz not null,
  authenticity text not null check (authenticity in ('verified', 'unverified')),
  dedupe text not null,
  reply_id bigint,
  redactions jsonb not null,
  body_sealed bytea not null,
  primary key (account_id, message_id),
  unique (account_id, dedupe)
);
create index message_conversation on message (account_id, conversation_id, message_id);

create table draft (
  account_id bigint not null,
  draft_id bigint not null,
  conversation_id bigint not null,
  person_id bigint not null,
  version integer not null,
  changed_at timestamptz not null,
  body_sealed bytea not null,
  primary key (account_id, draft_id),
  unique (account_id, conversation_id, person_id)
);

create table outbox (
  account_id bigint not null,
  reply_id bigint not null,
  conversation_id bigint not null,
  person_id bigint not null,
  answers_message_id bigint not null,
  idempotency_key text not null,
  state text not null check (state in
    ('queued', 'sending', 'sent', 'confirmed', 'bounced', 'opted-out', 'refused', 'held', 'failed', 'unknown', 'undone')),
  attempt integer not null,
  mail_id text not null,
  reason text,
  created_at timestamptz not null,
  not_before timestamptz not null,
  sent_at timestamptz,
  changed_at timestamptz not null,
  body_sealed bytea not null,
  primary key (account_id, reply_id),
  unique (account_id, idempotency_key),
  unique (account_id, mail_id)
);
-- One reply at a time: a second one waits until the first is away, or refused, or decided.
create unique index outbox_open on outbox (account_id, conversation_id) where state in ('queued', 'sending', 'unknown');
create index outbox_conversation on outbox (account_id, conversation_id, reply_id);
create index outbox_sending on outbox (changed_at) where state = 'sending';
create index outbox_queued on outbox (not_before) where state = 'queued';

create table quarantine (
  account_id bigint not null,
  quarantine_id bigint not null,
  mailbox_id bigint not null,
  reason text not null check (reason in ('unparsable', 'too-complex', 'not-amazon', 'repeated-headers', 'ambiguous')),
  received_at timestamptz not null,
  due_at timestamptz not null,
  destroy_at timestamptz not null,
  size_bytes integer not null,
  dedupe text not null,
  wrapped_key bytea not null,
  extract_sealed bytea not null,
  raw_sealed bytea not null,
  primary key (account_id, quarantine_id),
  unique (account_id, dedupe)
);
create index quarantine_due on quarantine (account_id, due_at, quarantine_id);

create table evidence_pending (
  entry_id bigint primary key,
  account_id bigint not null,
  leaf text not null
);

-- Row security. Each transaction names its person; a row is seen through a membership of that person.

create function acting_person() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('safereply.person', true), '')::bigint $$;

do $$
declare walled text;
begin
  foreach walled in array array['account', 'account_key', 'mailbox', 'conversation', 'conversation_key',
    'conversation_thread', 'message', 'draft', 'outbox', 'quarantine']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format(
      'create policy member on %I to safereply_app using (exists (select 1 from membership m'
      ' where m.person_id = (select acting_person()) and m.account_id = %I.account_id))', walled, walled);
  end loop;
end $$;

-- Account 0 is the installation itself: sessions and links belong to no account.
alter table evidence_pending enable row level security;
alter table evidence_pending force row level security;
create policy member on evidence_pending to safereply_app using (account_id = 0 or exists (select 1 from membership m
  where m.person_id = (select acting_person()) and m.account_id = evidence_pending.account_id));

alter table membership enable row level security;
alter table membership force row level security;
create policy own on membership to safereply_app using (person_id = (select acting_person()));
alter table person enable row level security;
alter table person force row level security;
create policy own on person to safereply_app using (person_id = (select acting_person()));
alter table person_token enable row level security;
alter table person_token force row level security;
create policy own on person_token to safereply_app using (person_id = (select acting_person()));

-- What no single person may do under those policies is done by functions of the owner, each of one purpose.

create policy owner_reads on person_token for select to safereply_owner using (true);
create policy owner_writes on account for insert to safereply_owner with check (true);
create policy owner_writes on membership for insert to safereply_owner with check (true);
create policy owner_writes on person for insert to safereply_owner with check (true);
create policy owner_counts on person for select to safereply_owner using (true);

/* Whose token this is, if it is valid at that instant. */
create function token_holder(hash text, at timestamptz)
  returns table (person_id bigint, token_id bigint, kind text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select t.person_id, t.token_id, t.kind from person_token t
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > at $$;

/* A new account with its two first members, the owner and the desk. */
create function open_account(account bigint, title text, owner_id bigint, desk_id bigint, at timestamptz)
  returns void language sql volatile security definer set search_path = public, pg_temp
  as $$ insert into account (account_id, name, created_at) values (account, title, at);
    insert into membership (account_id, person_id, role) values (account, owner_id, 'owner'), (account, desk_id, 'desk') $$;

/* A new person. */
create function add_person(person bigint, of_kind text, title text, pseudonym bytea, epoch integer, at timestamptz)
  returns void language sql volatile security definer set search_path = public, pg_temp
  as $$ insert into person (person_id, kind, name, pseudonym_key, pseudonym_epoch, created_at)
    values (person, of_kind, title, pseudonym, epoch, at) on conflict (person_id) do nothing $$;

/* The one owner of the desk, if the desk has been begun. */
create function desk_owner() returns table (person_id bigint, name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select p.person_id, p.name from person p where p.kind = 'human' order by p.person_id limit 1 $$;

revoke execute on all functions in schema public from public;
grant usage on schema public to safereply_app, safereply_log;
grant execute on function acting_person(), token_holder(text, timestamptz), desk_owner(),
  open_account(bigint, text, bigint, bigint, timestamptz),
  add_person(bigint, text, text, bytea, integer, timestamptz) to safereply_app;

grant select on membership, account, person to safereply_app;
grant select, insert on account_key, conversation_thread to safereply_app;
grant select, insert, update on person_token, mailbox, conversation, outbox to safereply_app;
grant select, insert on message to safereply_app;
grant select, insert, delete on conversation_key, quarantine to safereply_app;
grant select, insert, update, delete on draft to safereply_app;
-- The web process may add entries of the log and never read, change or drop one.
grant insert on evidence_pending to safereply_app;
grant select, delete on evidence_pending to safereply_log;
create policy integrator on evidence_pending to safereply_log using (true);
