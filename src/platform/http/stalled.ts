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

/**
 * Ends the connection of a sender of whom no byte comes for so long although we wait for one: what it has sent so far is
 * undone, and its place is free for others. Where bytes lie here that nobody took yet, it is we who are slow.
 * @returns stops looking: everything has come, or nobody waits any more
 */
export function endSilent(response: ServerResponse, afterMs: number, onEnd: () => void): () => void {
  const { req: request, socket } = response;
  if (!(socket instanceof Socket)) return () => {};   // a call without a network
  const look = () => {
    if (request.complete || request.readableLength > 0 || socket.isPaused()) return;
    onEnd();
    request.destroy(new Error('the sender fell silent'));
  };
  response.setTimeout(afterMs, look);
  return () => {
    response.off('timeout', look);
    socket.setTimeout(0);
  };
}
