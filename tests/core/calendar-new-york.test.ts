Object.assign(process.env, { TZ: 'America/New_York' });
const { calendarTruth } = await import('../support/calendar-truth.ts');
calendarTruth('America/New_York', 240);

export {};
