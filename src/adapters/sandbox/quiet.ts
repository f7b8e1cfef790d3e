/** Silences wechaty before it loads: its log lines carry message texts and the token. Import this first. */
Object.assign(process.env, { WECHATY_LOG: 'silent', BROLOG_LEVEL: 'silent' });
