import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StoryPage } from "./story-page";

it("draws every story", () => {
  const markup = renderToStaticMarkup(<StoryPage />);
  expect(markup.match(/data-story=/g)?.length).toBeGreaterThan(100);
  // The pages' policy refuses styles in the server's markup.
  expect(markup).not.toMatch(/<[^>]+ style="/);
  // Nothing that hides gets through as it is.
  expect(markup).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]/);
});
