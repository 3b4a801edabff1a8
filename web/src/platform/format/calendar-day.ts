/**
 * A calendar day of the contract (`2025-11-21`) as an instant that lies in that day in every time zone from −12 to +11, so
 * that formatters of instants write the day that was meant.
 */
export const noonOf = (day: string): string => `${day}T12:00:00.000Z`;
