/**
 * Silences wechaty before it loads: its lines carry message texts and the token, and at `verbose` it installs
 * handlers that keep a broken process alive. What matters is told by the gateway's own log. Import this first.
 */
Object.assign(process.env, { WECHATY_LOG: 'silent', BROLOG_LEVEL: 'silent' });
