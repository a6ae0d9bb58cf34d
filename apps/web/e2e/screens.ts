/** A referral that nobody has begun yet. */
export const NEW_REFERRAL = "/referrals/new/018f0000-0000-7000-8000-00000000d0d0";

/** The tasks of a referral, below its address. */
export const REFERRAL_TASKS = [
  "/family",
  "/service",
  "/legal-basis",
  "/effective-date",
  "/prior-services",
  "/risks",
];
