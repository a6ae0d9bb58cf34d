/** Encrypts what a form keeps on this device: AES-GCM with a key that only a signed-in session has. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export interface Cipher {
  seal(value: unknown): Promise<Sealed>;
  /** Nothing when it was sealed with another key. */
  open(sealed: Sealed): Promise<unknown>;
}

export async function cipherOf(keyBase64: string): Promise<Cipher> {
  const bytes = Uint8Array.from(atob(keyBase64), (letter) => letter.charCodeAt(0));
  // Not extractable: once imported, the key itself cannot be read back from the page.
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return {
    seal: async (value) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text) };
    },
    open: async ({ iv, bytes: sealed }) => {
      try {
        const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
        return JSON.parse(new TextDecoder().decode(text)) as unknown;
      } catch {
        return undefined;
      }
    },
  };
}
