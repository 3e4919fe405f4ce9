-- Copies that were made before their owner could choose what is in them end here: what they show cannot be told from what was chosen.
DELETE FROM "share";--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "digest" text NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "choices" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "audience" text NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "image" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "views" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "copied_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "share_digest_index" ON "share" USING btree ("digest");