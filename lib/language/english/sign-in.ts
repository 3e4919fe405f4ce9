/** The page where people sign in. */
export const signIn = {
  title: "Sign in",
  /** Of the whole house, for whoever lists it. */
  description:
    "A chat in which an agent gets your Bitbucket work done, and asks before it changes anything.",
  promise: "Bitbucket work, by chat",
  how: "Say what you want. An agent finds the way, asks before it changes anything, and shows what happened.",
  orWithAccount: "or with an account",
  or: "or",
  /** @param provider such as Bitbucket */
  withProvider: (provider: string) => `Continue with ${provider}`,
  asGuest: "Continue as guest",
  guestMeans:
    "No account needed. A guest’s chats belong to this browser: they cannot be reached after signing out.",
  name: "Name",
  email: "E-mail",
  password: "Password",
  createAccount: "Create account",
  haveAccount: "You have an account?",
  noAccount: "No account yet?",
  createOne: "Create one",
};
