ALTER TABLE "run" ADD COLUMN "takeovers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "run" DROP COLUMN "steps";