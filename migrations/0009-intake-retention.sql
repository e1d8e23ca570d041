-- intake: until when contact persons may stand in a kept file, whatever became of its batch: records that were kept out,
-- batches that failed or were stopped, and files that only repeated what was known have no rows that could expire.
alter table intake_files
  add column retain_until date,          -- null: its batch was never read; then the day it came and today's setting decide
  add column erased_at timestamptz;      -- its time was over, and nothing of a contact person is in it any more
call platform_keep_history('intake_files');
