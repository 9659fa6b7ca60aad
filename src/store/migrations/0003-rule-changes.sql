-- What an account changed of the policy's rules: each change is a row, the newest of a rule holds.
create table rule_change (
  account_id bigint not null,
  rule_change_id bigint not null,
  rule text not null,
  force text not null check (force in ('never', 'by-two', 'advice')),
  person_id bigint not null,
  changed_at timestamptz not null,
  reason_sealed bytea not null,
  primary key (account_id, rule_change_id)
);

alter table rule_change enable row level security;
alter table rule_change force row level security;
create policy member on rule_change to safereply_app using (exists (select 1 from membership m
  where m.person_id = (select acting_person()) and m.account_id = rule_change.account_id));

grant select, insert on rule_change to safereply_app;
