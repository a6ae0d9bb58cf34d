import type { DownloadFile, ExportFile } from "@kinward/domain/views";
import { handOverFile } from "@kinward/ui/hand-over-file";

/** Hands a file that the server made to the browser, which asks or saves as it is set up to. */
export const saveFile = ({ fileName, mediaType, text }: DownloadFile): void =>
  handOverFile(fileName, new Blob([text], { type: mediaType }));

/** The same for a file whose bytes came as base64. */
export const saveExport = ({ fileName, mediaType, base64 }: ExportFile): void =>
  handOverFile(
    fileName,
    new Blob([Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)], {
      type: mediaType,
    }),
  );
