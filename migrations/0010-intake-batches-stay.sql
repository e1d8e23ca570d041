-- intake: a batch keeps no history, because it is one: whose it is, for whom and when it came never change, its states
-- carry their instants, and it is never removed (docs/decisions/0011-batches-are-their-own-history.md).
revoke update on intake_batches from tessera_app;
grant update (status, started_at, finished_at, undone_at, cancel_asked, progress, counts, stands_on, failure) on intake_batches to tessera_app;
alter policy intake_batches_remove on intake_batches using (
  illustrative and owner_id = (select claim_organisation()) and (select claim_role()) in ('reporter', 'editor', 'administrator'));
