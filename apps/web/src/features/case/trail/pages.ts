/** Pages that share what they load are fetched together. */
export { default as Access } from "./Access.tsx";
export { default as History } from "./History.tsx";
