/** Says that something was done. The region and its parts are loaded after the first paint. */
export function toast(message: string, options: { onUndo?: () => void } = {}): void {
  void import("@kinward/ui/Toast").then(({ showToast }) => showToast(message, options));
}
