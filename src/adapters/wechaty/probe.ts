/** Whether anything listens at an address: cheaper than building a client to find out. */
import { connect } from 'node:net';

/** Splits `host:port`, the port after the last colon; null when it is not one. */
export function addressOf(endpoint: string): { readonly host: string; readonly port: number } | null {
  const found = /^\[?([^\s[\]]+?)\]?:(\d{1,5})$/u.exec(endpoint);
  const port = Number(found?.[2]);
  if (found?.[1] === undefined || port < 1 || port > 65_535) return null;
  return { host: found[1], port };
}

/** True when a TCP connection is made within `ms`. Never rejects. */
export function answers(endpoint: string, ms: number): Promise<boolean> {
  const address = addressOf(endpoint);
  if (address === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ ...address, timeout: ms });
    const end = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
