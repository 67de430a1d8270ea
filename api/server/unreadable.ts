import type { Socket } from 'node:net';
import { limits } from './limits.ts';
import { type EdgeCode, edgeMessage } from './refusals.ts';

/** Answers what is no HTTP request, or not a whole one in time, in the form of every other refusal; its language is not known. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, code } = unreadable[error.code ?? ''] ?? { status: '400 Bad Request', code: 'REQUEST_UNREADABLE' };
  const params = { limit: limits.headerBytes };
  const message = `${edgeMessage(code, 'en', params)} ${edgeMessage(code, 'zhHans', params)}`;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const unreadable: Record<string, { status: string; code: EdgeCode }> = {
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', code: 'LIMIT_HEADERS' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', code: 'REQUEST_LATE' },
};
