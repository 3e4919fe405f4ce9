CREATE TABLE "connection_link" (
	"account_id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"toolkit" text NOT NULL,
	"attempt_id" uuid,
	"session_id" uuid NOT NULL,
	"callback_hash" text NOT NULL,
	"status" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"active_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_link_callback_hash_unique" UNIQUE("callback_hash")
);
--> statement-breakpoint
ALTER TABLE "connection_attempt" DROP CONSTRAINT "connection_attempt_callback_hash_unique";--> statement-breakpoint
ALTER TABLE "router_session" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_link" ADD CONSTRAINT "connection_link_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_link" ADD CONSTRAINT "connection_link_attempt_id_connection_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."connection_attempt"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_link_user_id_status_index" ON "connection_link" USING btree ("user_id","status");--> statement-breakpoint
CREATE INDEX "connection_link_attempt_id_index" ON "connection_link" USING btree ("attempt_id");--> statement-breakpoint
ALTER TABLE "connection_attempt" DROP COLUMN "connected_account_id";--> statement-breakpoint
ALTER TABLE "connection_attempt" DROP COLUMN "callback_hash";