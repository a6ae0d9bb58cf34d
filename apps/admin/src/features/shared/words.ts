/** The English words for codes and dates. Spanish screens come with a choice of language. */
export { codes as codeWords, dates as dateWords, labels as labelWords } from "@kinward/wording/en";
