import type { DownloadFile } from "@kinward/domain/views";

/** Hands a file that the server made to the browser, which asks or saves as it is set up to. */
export function saveFile({ fileName, mediaType, text }: DownloadFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes when the click returns; a little later for those that do not.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
