CREATE TABLE "departed_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"departed_at" timestamp with time zone DEFAULT now() NOT NULL
);
