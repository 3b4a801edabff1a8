/** The queue tells nobody when a job begins or ends; so the page looks again. Long operations are heard live. */
export const LOOK_AGAIN_MS = 5000;
