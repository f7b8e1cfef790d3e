/** The door to WeChat: an account behind a wechaty gateway, reached through outages, freezes and restarts. */
import './quiet.ts';
import type { Chat, Heard } from '../../core/ports.ts';
import { type GatewayDoors, type GatewayStatus, LineKeeper } from './line-keeper.ts';
import type { GatewaySettings } from './settings.ts';

/** The account, and the line under it. */
export interface Gateway extends Chat {
  /** Returns at once; from then on it is tried until `stop`. */
  readonly start: () => void;
  /** Takes 3 s at most, also from a frozen gateway, and never logs the account out. There is no start after it. */
  readonly stop: () => Promise<void>;
  /** Makes both sides forget what they know of a room's topic and members; false when it could not be asked. */
  readonly sync: (room: string) => Promise<boolean>;
  readonly status: () => GatewayStatus;
}

/** Opens nothing yet: `start` does. `hear` gets what is heard, in order of arrival in each conversation. */
export function openGateway(
  settings: GatewaySettings,
  hear: (event: Heard) => void,
  doors: GatewayDoors,
): Gateway {
  const keeper = new LineKeeper(settings, hear, doors);
  const { send, fetch, rooms, members, accept, leave, sync } = keeper.sending;
  return {
    ...{ send, fetch, rooms, members, accept, leave, sync },
    start: () => keeper.start(),
    stop: () => keeper.stop(),
    status: () => keeper.status(),
  };
}
