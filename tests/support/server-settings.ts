/** Settings of a server that answers many tests at once, all of them from one address, and makes none of them wait. */
export const testSettings = {
  DEMO_WORD_INTERVAL_MS: "0",
  SIGN_IN_TRIES: "1000",
  NEW_ACCOUNTS_PER_HOUR: "1000000",
  REQUESTS_PER_MINUTE: "1000000",
  REQUESTS_PER_MINUTE_AND_ADDRESS: "10000000",
  MESSAGES_PER_MINUTE: "1000000",
  LIVE_RUNS: "1000000",
};

/** A secret as strong as one has to be where a real service is used. */
export const authSecret = "Kq7vT2xWmZ9cR4nLp8sYd3hUf6jGb1eA";
