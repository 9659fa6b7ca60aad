-- What the response figure of an account is reckoned from: who spoke in its last days.
create index message_spoken on message (account_id, at) where kind in ('buyer', 'copy');
-- What is due in an account, first things first.
create index deadline_open on deadline (account_id, due_at, deadline_id) where settled_at is null;
