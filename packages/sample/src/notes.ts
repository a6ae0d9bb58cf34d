/** What coordinators write, in general words: the families do not exist. */
export const VISIT_NOTES = [
  "Reviewed the safety plan together. The home was tidy, and the children showed their rooms.",
  "Practiced the bedtime routine with the family. It was kept on four of seven evenings.",
  "Talked about school mornings and made a chart with the children.",
  "Went through the week with the parents and agreed on two steps until the next visit.",
  "The family cooked together during the visit. Talked about support from relatives.",
  "Looked at the list of community resources and called one of them together.",
  "Talked with each child alone. They feel safe where they live.",
] as const;
export const ATTEMPT_NOTES = [
  "Nobody answered the door. Left a card with a new time.",
  "The family was not at home at the agreed time. Left a message.",
] as const;
export const CALL_NOTES = [
  "Confirmed the next visit and asked how the week went.",
  "Talked about transportation to the next appointment.",
] as const;
/** Why something was late or missed. */
export const REASONS = [
  "The child was in the hospital until the end of the month; seen on the first day after.",
  "The family canceled twice; the visit was made as soon as they were home.",
  "The care coordinator was on leave and cover was arranged too late.",
  "Roads were closed by snow in the last week of the month.",
] as const;
