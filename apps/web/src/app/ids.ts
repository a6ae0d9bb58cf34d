import type { Brand } from "@kinward/domain/kernel";

/** An id from an address: the server judges whether it names anything. */
export const asId = <B extends Brand<string>>(value: string): B => value as unknown as B;
