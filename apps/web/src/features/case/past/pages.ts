/** Pages that share what they load are fetched together. */
export { default as AsKnown } from "./AsKnown.tsx";
export { default as AsKnownPrint } from "./AsKnownPrint.tsx";
