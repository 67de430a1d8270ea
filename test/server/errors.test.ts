import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { issue, notFound, Refusal } from '../../api/shared/errors.ts';
import { DatabaseError, type DatabaseErrorKind, UnitError } from '../../db/errors.ts';
import { smallSchema, smallServer } from './small-server.ts';

const inside = /hunter2|CANARY|select |params|Failed query|node_modules|\.ts:|\/opt|dealers_pkey| at /i;

async function thrown(error: unknown, headers: Record<string, string> = {}) {
  const schema = smallSchema({
    maybe: () => {
      throw error;
    },
  });
  const server = smallServer({ schema });
  const answer = await server.post({ query: '{ maybe name }' }, { 'x-request-id': 'request-7', ...headers });
  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual({ maybe: null, name: 'Tierwise' });
  expect(server.contexts).toEqual({ made: 1, ended: 1 });
  return { error: answer.body.errors?.[0], text: JSON.stringify(answer.body), log: server.rawLog(), server };
}

function withCauses(): Error {
  const error = new Error('Failed query: select * from dealers where key = $1\nparams: hunter2-CANARY');
  return Object.assign(error, {
    query: 'select * from dealers',
    params: ['hunter2-CANARY'],
    cause: new Error('hunter2-CANARY'),
  });
}

describe('what goes wrong inside', () => {
  it.each<[string, unknown]>([
    ['an error of the driver', withCauses()],
    ['an error with a path of the disk', new Error('ENOENT /opt/tierwise/secret.ts:1')],
    ['a GraphQL error without a code', new GraphQLError('select hunter2-CANARY')],
    [
      'a GraphQL error with a code of nobody',
      new GraphQLError('hunter2-CANARY', { extensions: { code: 'ER_DUP', sql: 'select' } }),
    ],
    [
      'a GraphQL error around another',
      new GraphQLError('x', { originalError: new Error('hunter2-CANARY'), extensions: { code: 'FORBIDDEN' } }),
    ],
    ['a text', 'hunter2-CANARY'],
    ['nothing', undefined],
    ['an object', { message: 'hunter2-CANARY', extensions: { code: 'FORBIDDEN' } }],
    ['several errors', new AggregateError([new Error('hunter2-CANARY')], 'hunter2-CANARY')],
    ['a constraint', new DatabaseError('UNIQUE', { constraint: 'dealers_pkey', table: 'dealers' })],
    ['a unit used after its end', new UnitError('UNIT_ENDED', 'hunter2-CANARY')],
  ])('%s is told as INTERNAL, with the request id alone', async (_, error) => {
    const { error: told, text } = await thrown(error);
    expect(told).toEqual({
      message: 'Something unexpected happened. Tell the operator the request id request-7.',
      path: ['maybe'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'INTERNAL', requestId: 'request-7' },
    });
    expect(text).not.toMatch(inside);
  });

  it('is told to the operator, without what a query held', async () => {
    const { log, server } = await thrown(withCauses());
    const [failed] = server.lines().filter(({ msg }) => msg === 'request failed');
    expect(failed).toMatchObject({ level: 'error', requestId: 'request-7', path: ['maybe'], err: { type: 'Error' } });
    expect(failed).toHaveProperty('err.frames.0', expect.stringMatching(/^at /));
    expect(log).not.toMatch(/hunter2|CANARY|Failed query/);
  });

  it('once per request is enough for the log', async () => {
    const error = new Error('the same for all');
    const schema = smallSchema({
      maybe: () => {
        throw error;
      },
    });
    const server = smallServer({ schema });
    const { body } = await server.post({ query: '{ a: maybe b: maybe c: maybe }' });
    expect(body.errors).toHaveLength(3);
    expect(server.lines().filter(({ msg }) => msg === 'request failed')).toHaveLength(1);
  });

  it('while the context is made answers 500', async () => {
    const server = smallServer({
      createContext: () => {
        throw new Error('hunter2-CANARY');
      },
    });
    const { status, body } = await server.post({ query: '{ name }' });
    expect([status, body.data, body.errors?.[0]?.extensions.code]).toEqual([500, undefined, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toMatch(inside);
  });

  it('when the unit of work is ended does not spoil the answer', async () => {
    const server = smallServer({
      finish: async () => {
        throw new DatabaseError('UNAVAILABLE');
      },
    });
    expect((await server.post({ query: '{ name }' })).body).toEqual({ data: { name: 'Tierwise' } });
    expect(server.lines().map(({ msg }) => msg)).toEqual(['unit not ended', 'request']);
  });
});

describe('what the database cannot do now', () => {
  it.each<[DatabaseErrorKind, string, boolean]>([
    ['BUSY', 'DATABASE_BUSY', true],
    ['SERIALIZATION', 'DATABASE_BUSY', true],
    ['TIMEOUT', 'TIMEOUT', true],
    ['UNAVAILABLE', 'DATABASE_UNAVAILABLE', true],
    ['STORAGE_FULL', 'STORAGE_FULL', false],
  ])('%s is told as %s', async (kind, code, retryable) => {
    const { error, text } = await thrown(new DatabaseError(kind, { sqlState: '57014', table: 'dealers' }));
    expect(error?.extensions).toEqual({ code, retryable });
    expect(text).not.toContain('57014');
  });
});

describe('what an operation refuses', () => {
  it('is told whole: code, path and every issue, in the request’s language', async () => {
    const refusal = new Refusal('ValidationError', [
      issue('GRADING_ITEM_UNKNOWN', ['input', 'answers', 0, 'item'], { value: 'x/y' }),
      issue('LIST_EMPTY', ['input', 'answers', 1]),
    ]);
    const { error } = await thrown(refusal, { 'accept-language': 'zh' });
    const message = '该版评价标准没有条目 x/y。RubricVersion.items 列出所有条目。';
    expect(error).toMatchObject({
      message: `输入有 2 处错误；第一处：${message}`,
      extensions: {
        code: 'VALIDATION_FAILED',
        path: ['input', 'answers', '0', 'item'],
        issues: [
          { code: 'GRADING_ITEM_UNKNOWN', message, path: ['input', 'answers', '0', 'item'] },
          { code: 'LIST_EMPTY', message: '至少需要一项。', path: ['input', 'answers', '1'] },
        ],
      },
    });
  });

  it('by one code has that code', async () => {
    const { error, log } = await thrown(notFound(['key']));
    const message = 'Nothing that you can see has this id or key. Check it, or ask for it anew.';
    expect(error?.message).toBe(message);
    expect(error?.extensions).toEqual({
      code: 'NOT_FOUND',
      path: ['key'],
      issues: [{ code: 'NOT_FOUND', message, path: ['key'] }],
    });
    expect(log).not.toContain('request failed');
  });

  it('by role passes as it is', async () => {
    const { error } = await thrown(
      new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN', secret: 'x' } }),
    );
    expect(error).toMatchObject({ message: 'Not for you.', path: ['maybe'], extensions: { code: 'FORBIDDEN' } });
    expect(error?.extensions).toEqual({ code: 'FORBIDDEN' });
  });
});

it('an operation that fails while some of its fields still run lets them begin nothing more', async () => {
  let signal: AbortSignal | undefined;
  const seen: unknown[] = [];
  const schema = smallSchema({
    name: async () => {
      throw notFound(['key']);
    },
    slow: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push({ running: true, over: signal?.aborted });
    },
  });
  const server = smallServer({
    schema,
    createContext: (viewer, asked) => {
      signal = asked.signal;
      return { viewer } as never;
    },
    finish: async () => {
      seen.push({ ended: true, over: signal?.aborted });
    },
  });
  const { body } = await server.post({ query: '{ slow name }' });
  expect(body.data).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 40));
  // A compiled run, which is dropped, has ended before this one.
  expect(seen.slice(-2)).toEqual([
    { ended: true, over: true },
    { running: true, over: true },
  ]);
});

describe('the deadline', () => {
  it('ends the request, tells the context, and ends the unit of work when the operation has come to its end', async () => {
    let release = () => {};
    let signal: AbortSignal | undefined;
    const schema = smallSchema({
      slow: () =>
        new Promise((resolve) => {
          release = () => resolve('late');
        }),
    });
    let ended = 0;
    const server = smallServer({
      schema,
      executionMs: 30,
      createContext: (viewer, asked) => {
        signal = asked.signal;
        return { viewer } as never;
      },
      finish: async () => {
        ended += 1;
      },
    });
    const { status, body } = await server.post({ query: '{ slow }' });
    expect([status, body]).toEqual([
      503,
      {
        errors: [
          {
            message:
              'The request was not finished in time. Ask for less, or try again; read first whether a change was made.',
            extensions: { code: 'TIMEOUT', retryable: true },
          },
        ],
      },
    ]);
    expect([signal?.aborted, ended]).toEqual([true, 0]);
    release();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended).toBe(1);
  });
});
