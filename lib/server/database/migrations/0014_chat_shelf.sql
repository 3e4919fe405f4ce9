ALTER TABLE "chat" ADD COLUMN "shelf" text DEFAULT 'list' NOT NULL;--> statement-breakpoint
ALTER TABLE "chat" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "chat_on_shelf" ON "chat" USING btree ("user_id","shelf","updated_at" DESC NULLS LAST,"id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "chat_deleted" ON "chat" USING btree ("deleted_at") WHERE deleted_at is not null;