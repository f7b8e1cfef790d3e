/** The guide's order of decision: the higher rank wins when several cues meet. */

/** Ranks of the decision order; gaps leave room for local words. */
export const RANK = {
  leaveTyped: 90,
  seconded: 88,
  rest: 86,
  post: 84,
  leave: 80,
  restWeak: 78,
  late: 70,
  illness: 66,
  private: 65,
  duty: 60,
  training: 50,
  meeting: 40,
  trip: 30,
  field: 22,
  out: 18,
  onDuty: 10,
  deskWork: 8,
  errand: 6,
  unknown: 4,
} as const;
