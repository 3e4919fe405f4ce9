/** The page where people sign in. */
export const signIn = {
  title: "Sign in",
  promise: "Bitbucket work, by chat",
  how: "Say what you want. An agent finds the way, asks before it changes anything, and shows what happened.",
  orWithAccount: "or with an account",
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
