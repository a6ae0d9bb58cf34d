/** Hands content to the browser as a file, which asks or saves as it is set up to. */
export function handOverFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes when the click returns; a little later for those that do not.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
