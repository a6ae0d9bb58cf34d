export * from "./area-history.ts";
export * from "./figures.ts";
export * from "./order-review.ts";
