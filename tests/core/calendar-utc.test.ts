Object.assign(process.env, { TZ: 'UTC' });
const { calendarTruth } = await import('../support/calendar-truth.ts');
calendarTruth('UTC', 0);

export {};
