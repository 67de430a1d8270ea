import type { FetchAPI } from 'graphql-yoga';
import type { Exchange } from './exchange.ts';
import { type EdgeCode, edgeMessage, type Params } from './refusals.ts';

/** Makes an answer with the headers that every answer has. */
export type Answer = (
  exchange: Exchange,
  status: number,
  body: string | null,
  headers?: Readonly<Record<string, string>>,
) => Response;

export const json = { 'content-type': 'application/json; charset=utf-8' } as const;

export function answerWith(fetchAPI: Pick<FetchAPI, 'Response'>): Answer {
  return (exchange, status, body, headers = json) =>
    new fetchAPI.Response(body, { status, headers: { ...exchange.headers, ...headers } });
}

/** Refuses a request before there is an operation: one error with its code, as JSON whatever was asked for. */
export function refuse(
  answer: Answer,
  exchange: Exchange,
  status: number,
  code: EdgeCode,
  params: Params = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  exchange.codes.add(code);
  const error = { message: edgeMessage(code, exchange.locale, params), extensions: { code, ...wireParams(params) } };
  return answer(exchange, status, JSON.stringify({ errors: [error] }), { ...json, ...headers });
}

/** Of what a message names, clients are given the limit and what was asked. */
export function wireParams({ limit, actual }: Params): { limit?: string | number; actual?: string | number } {
  return { ...(limit !== undefined && { limit }), ...(actual !== undefined && { actual }) };
}
