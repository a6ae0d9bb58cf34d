/** Words of the dialogs and forms that several screens use. */
export const shared = {
  notice: {
    title: "Send first-meeting notice",
    to: "To",
    subject: "Subject",
    about: (date: string) => `Confirms the first face-to-face meeting of ${date}.`,
    send: (name: string) => `Send to ${name}`,
    done: (name: string) => `Notice sent to ${name}`,
  },
  explain: {
    recordWhy: "Record why",
    why: "Why",
  },
  draft: {
    discard: "Discard draft",
    discarded: "Draft discarded",
    compareFirst: "Compare both versions of this draft first",
    notSaved: {
      CONFLICT: "changed elsewhere too",
      SIGNED_OUT: "signed out",
      NOT_FOUND: "sent or discarded elsewhere",
    } as Readonly<Record<string, string>>,
    refused: "the server did not take it",
  },
  warnings: { look: "Before you go on", anyway: "Save all the same" },
  problem: { required: "Enter an answer here", choose: "Choose an answer" },
};
