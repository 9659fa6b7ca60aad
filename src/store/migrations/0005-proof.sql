-- Why a quarantined mail that a person released is held again; null when it never was.
alter table quarantine add column release_problem text
  check (release_problem in ('still-unreadable', 'gone-from-server', 'server-not-reached', 'interrupted'));

-- Messages of an unknown shape are few, and counted often.
create index message_whole on message (account_id) where is_whole;
