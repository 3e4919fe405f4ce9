ALTER TABLE "chat" ADD COLUMN "accounts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "accounts" jsonb DEFAULT '{}'::jsonb NOT NULL;