export * from "./admin.ts";
export * from "./cases.ts";
export * from "./order.ts";
export * from "./proof.ts";
export * from "./referrals.ts";
export * from "./session.ts";
export * from "./work.ts";
