import { notFound } from "next/navigation";

/** The cards in all their states, for those who work on them. Not part of what is shipped. */
export default async function Page() {
  if (process.env.NODE_ENV === "production") notFound();
  const { StoryPage } = await import("@/components/activity/stories/story-page");
  return <StoryPage />;
}
