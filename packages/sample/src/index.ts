export { loadSample, type LoadedSample, type SampleAccount } from "./load.ts";
export { makeSample, type Sample } from "./make.ts";
export { multiplySample } from "./multiply.ts";
