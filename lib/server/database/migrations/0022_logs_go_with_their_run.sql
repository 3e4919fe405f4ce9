DELETE FROM "run_chunk" USING "run" WHERE "run"."id" = "run_chunk"."run_id" AND "run"."status" = 'ended';
