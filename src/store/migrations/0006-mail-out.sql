-- Mail out: which senders Amazon takes mail from, messages that need no answer, what is owed after a mere acknowledgement,
-- what is known of a reply besides its state, and alerts.

-- An address replies of the account may leave from. `refused`: Amazon said that it does not take mail from it.
create table approved_sender (
  account_id bigint not null,
  address text not null,
  state text not null check (state in ('approved', 'refused')),
  changed_at timestamptz not null,
  primary key (account_id, address)
);
insert into approved_sender (account_id, address, state, changed_at)
  select account_id, approved_sender, 'approved', min(created_at) from mailbox group by account_id, approved_sender;

-- Since when Amazon is known to send this mailbox copies of our own mails; earlier replies had none to come.
alter table mailbox add column copies_since timestamptz;
-- Whether a copy of each reply is put into the Sent folder of the mailbox's server.
alter table mailbox add column keeps_sent boolean not null default false;

-- `on-us`: Amazon counts it as answered, and the buyer was only told that we would come back.
alter table conversation drop constraint conversation_state_check;
alter table conversation add constraint conversation_state_check
  check (state in ('needs-reply', 'on-us', 'waiting', 'closed'));
create index conversation_on_us on conversation (account_id, last_message_at desc, conversation_id desc)
  where state = 'on-us';
-- The next instant at which a clock of the conversation has to be told of; null when none has.
alter table conversation add column alert_at timestamptz;
create index conversation_alert on conversation (alert_at) where alert_at is not null;

-- Amazon's own link to mark the message as needing no response. A person opens it; the desk never does.
alter table message add column link_sealed bytea;

-- A buyer message that a person says needs no answer. Gone when a person says that it needs one after all.
create table no_response (
  account_id bigint not null,
  message_id bigint not null,
  conversation_id bigint not null,
  person_id bigint not null,
  reason text not null check (reason in ('thanks', 'answered-elsewhere', 'no-question', 'unwanted')),
  marked_at timestamptz not null,
  primary key (account_id, message_id)
);
create index no_response_conversation on no_response (account_id, conversation_id);

-- It only says that the message came and that somebody will come back.
alter table outbox add column is_acknowledgement boolean not null default false;
-- What the Sent folder of the mailbox's server says: a copy was put there, or could not be; or one was looked for.
alter table outbox add column filed text check (filed in ('kept', 'not-kept', 'found', 'not-found', 'no-folder'));
alter table outbox add column copy_missing_at timestamptz;
create index outbox_sent on outbox (sent_at) where state = 'sent' and copy_missing_at is null;

-- What somebody must be told of. Once for each instant of each thing; ended when a person has seen it, or by itself.
create table alert (
  account_id bigint not null,
  alert_id bigint not null,
  conversation_id bigint,
  kind text not null check (kind in ('answer-near', 'answer-late', 'claim-near', 'claim-possible', 'deadline-near',
    'deadline-late', 'reply-bounced', 'reply-opted-out', 'reply-refused', 'reply-held', 'reply-failed', 'reply-unknown',
    'copy-missing', 'sender-refused')),
  object_id bigint not null,
  due_at timestamptz not null,
  raised_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('person', 'settled')),
  primary key (account_id, alert_id),
  unique (account_id, kind, object_id, due_at),
  check ((ended_at is null) = (ended_by is null))
);
create index alert_open on alert (account_id, due_at, alert_id) where ended_at is null;
create index alert_conversation on alert (account_id, conversation_id) where ended_at is null;

-- The defaults were for the rows there are; a new row says each value.
alter table mailbox alter column keeps_sent drop default;
alter table outbox alter column is_acknowledgement drop default;

do $$
declare walled text;
begin
  foreach walled in array array['approved_sender', 'no_response', 'alert']
  loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format(
      'create policy member on %I to safereply_app using (exists (select 1 from membership m'
      ' where m.person_id = (select acting_person()) and m.account_id = %I.account_id))', walled, walled);
  end loop;
end $$;

grant select, insert, update on approved_sender, alert to safereply_app;
grant select, insert, delete on no_response to safereply_app;

/* The highest id of the log, and so nearly of all: whoever makes ids begins above it, also on a clock that was set back. */
create function newest_id() returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(max(entry_id), 0) from evidence_pending $$;
create policy owner_reads on evidence_pending for select to safereply_owner using (true);
revoke execute on function newest_id() from public;
grant execute on function newest_id() to safereply_app;
