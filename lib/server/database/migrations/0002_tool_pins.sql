CREATE TABLE "tool_pin" (
	"source" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"definition" jsonb NOT NULL,
	"listed_hash" text,
	"listed_definition" jsonb,
	"listed_at" timestamp with time zone,
	"accepted_by" uuid,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_pin_source_name_pk" PRIMARY KEY("source","name")
);
--> statement-breakpoint
ALTER TABLE "tool_pin" ADD CONSTRAINT "tool_pin_accepted_by_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_chat_id_index" ON "action" USING btree ("chat_id");