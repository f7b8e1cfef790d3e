/** The one heartbeat: node-cron beats, the pure planner decides what is due. */
import { schedule } from 'node-cron';

/** Calls `beat` every five seconds, never twice at once; a beat that fails is the caller's to log. Returns how to stop. */
export function heartbeat(beat: () => Promise<void>): () => void {
  const task = schedule('*/5 * * * * *', beat, { noOverlap: true, suppressMissedWarning: true });
  return () => void task.stop();
}
