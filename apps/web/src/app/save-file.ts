import type { DownloadFile, ExportFile } from "@kinward/domain/views";

/** Hands a file that the server made to the browser, which asks or saves as it is set up to. */
export const saveFile = ({ fileName, mediaType, text }: DownloadFile): void =>
  save(fileName, new Blob([text], { type: mediaType }));

/** The same for a file whose bytes came as base64. */
export const saveExport = ({ fileName, mediaType, base64 }: ExportFile): void =>
  save(
    fileName,
    new Blob([Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)], {
      type: mediaType,
    }),
  );

function save(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes when the click returns; a little later for those that do not.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
