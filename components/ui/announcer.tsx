const regionId = "announcements";

/** Where {@link announce} is heard. It has to be on the page before anything is said. */
export function Announcer() {
  return <p id={regionId} role="status" className="sr-only" />;
}

/** Has a screen reader say something, once. On a page without an {@link Announcer} nothing is said. */
export function announce(words: string): void {
  document.getElementById(regionId)?.replaceChildren(words);
}
