/** A PNG of 3 × 2 pixels that a browser can show. */
export const realPicture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4YWMDQQxwFgBOXAeBuVbRxAAAAABJRU5ErkJggg==",
  "base64",
);
