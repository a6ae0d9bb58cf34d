import { handOverFile } from "@kinward/ui/hand-over-file";

/** Hands a text to the browser as a file. */
export const saveText = (fileName: string, mediaType: string, text: string): void =>
  handOverFile(fileName, new Blob([text], { type: mediaType }));
