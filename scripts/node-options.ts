/**
 * What Node is told when it serves. One thread does the work; each of V8's four helpers beside it would keep memory of its own,
 * together more than 40 MB, and where processors are few they take time from a start.
 */
export const nodeOptions = ["--v8-pool-size=1"];
