/** The subcommands of `ducha`, each with its usage. */

import { calendarCommand, doctorCommand, scheduleCommand } from './command-calendar.ts';
import { importCommand, onboardCommand } from './command-roster.ts';
import { demoCommand, sandboxCommand } from './command-sandbox.ts';
import { backupCommand, repairCommand, restoreCommand } from './command-store.ts';
import { understandCommand } from './command-understand.ts';
import type { CliCommand } from './usage.ts';

export const COMMANDS: Readonly<Record<string, CliCommand>> = {
  sandbox: sandboxCommand,
  demo: demoCommand,
  import: importCommand,
  onboard: onboardCommand,
  calendar: calendarCommand,
  schedule: scheduleCommand,
  understand: understandCommand,
  doctor: doctorCommand,
  backup: backupCommand,
  restore: restoreCommand,
  repair: repairCommand,
};
