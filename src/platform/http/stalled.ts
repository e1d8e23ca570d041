import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/**
 * Ends the connection of a reader who takes no byte for so long although something waits to be taken. Where nothing
 * waits it is we who are slow, and the next byte begins the time anew.
 */
export function endStalled(response: ServerResponse, afterMs: number, onEnd: () => void): void {
  const { socket } = response;
  if (!(socket instanceof Socket)) return;   // a call without a network
  response.setTimeout(afterMs, () => {
    if (socket.writableLength === 0) return;
    onEnd();
    socket.destroy();
  });
}
