export const invitation = {
  title: "Welcome to Kinward",
  lead: (name: string, organization: string | undefined) =>
    organization === undefined
      ? `${name}, choose the password of your account.`
      : `${name}, choose the password of your account for ${organization}.`,
  email: "E-mail",
  expires: (date: string) => `The invitation is open until ${date}.`,
  password: "Password",
  passwordHint: "At least 12 characters. A few unrelated words are easier to keep than signs.",
  again: "The same password again",
  submit: "Open my account",
  passwordMissing: "Enter a password",
  passwordShort: "Enter at least 12 characters",
  againMissing: "Enter the password a second time",
  different: "The two passwords differ",
  invalidTitle: "This invitation cannot be used",
  invalidText: "It is used, ended or not whole. Ask the person who invited you for a new one.",
  doneTitle: "Your account is open",
  doneText: "Sign in with your e-mail and the password you chose.",
  toSignIn: "Go to sign-in",
};
