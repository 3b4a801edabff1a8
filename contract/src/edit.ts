import { z } from "zod";

/**
 * One field of an edit: the value the editor saw and the value it shall have. When the value is no longer `from`, nothing
 * is written and the answer (409) names the field, its value now, who and when.
 */
export const changeOf = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value }).optional();
