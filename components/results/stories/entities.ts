/** Results as Bitbucket gives them, for the story page and the tests. */
export * from "./entities/issues";
export * from "./entities/people";
export * from "./entities/pull-requests";
export * from "./entities/repositories";
