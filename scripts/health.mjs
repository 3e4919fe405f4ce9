/** Ends with 0 when the server of this container answers: an image has no other program that could ask it. */
const port = process.env.PORT?.trim() || "3000";
const answer = await fetch(`http://127.0.0.1:${port}/api/health/live`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
