import { describe, expect, it } from 'vitest';
import { written } from '../../api/server/response-size.ts';
import { smallSchema, smallServer } from './small-server.ts';

const most = 10_000_000;
const around = '{"data":{"name":""}}'.length;
const ask = async (name: string, query = '{ name }', headers: Record<string, string> = {}) => {
  const server = smallServer({ schema: smallSchema({ name: () => name, rename: () => ({ code: name }) }) });
  const { status, body } = await server.post({ query }, headers);
  return { status, body, logged: server.lines().at(-1) };
};
const refusalOf = (actual: number) => ({ code: 'LIMIT_RESPONSE_SIZE', limit: most, actual });

describe('an answer', () => {
  it('is sent up to its limit of bytes and refused beyond, with no data', async () => {
    expect((await ask('x'.repeat(most - around))).body.errors).toBeUndefined();
    const { status, body, logged } = await ask('x'.repeat(most - around + 1));
    expect([status, body.data]).toEqual([200, null]);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([refusalOf(most + 1)]);
    expect(logged).toMatchObject({ codes: ['LIMIT_RESPONSE_SIZE'] });
  });

  it('is measured in bytes, as it stands on the wire', async () => {
    const { body } = await ask('新'.repeat(4_000_000));
    expect(body.errors?.[0]?.extensions).toEqual(refusalOf(12_000_000 + around));
    const { body: escaped } = await ask('"'.repeat(6_000_000));
    expect(escaped.errors?.[0]?.extensions).toEqual(refusalOf(12_000_000 + around));
  });

  it('that repeats one text under many names is refused', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `a${at}: name`).join(' ');
    const { body } = await ask('x'.repeat(1_000_000), `{ ${names} }`);
    expect(body).toMatchObject({ data: null, errors: [{ extensions: { code: 'LIMIT_RESPONSE_SIZE' } }] });
  });

  it('of a mutation is refused too, and says that the change is made', async () => {
    const query = 'mutation { rename(name: "x") { code } }';
    const told = async (language: string) => (await ask('x'.repeat(most), query, { 'accept-language': language })).body;
    const [english, chinese] = [await told('en'), await told('zh-CN')];
    expect([english.data, chinese.data]).toEqual([null, null]);
    expect([english, chinese].map(({ errors }) => errors?.map(({ message }) => message))).toEqual([
      [
        'The answer takes 10000031 bytes or more; at most 10000000 are sent. Ask for less. What a mutation changed is done: read the object again.',
      ],
      [
        '响应至少需要 10000031 字节；最多发送 10000000 字节。请减少请求内容。若为变更操作，变更已生效，请重新查询该对象。',
      ],
    ]);
  });

  it('that is partly in error is refused as a whole', async () => {
    const fail = () => {
      throw new Error('hunter2');
    };
    const server = smallServer({ schema: smallSchema({ name: () => 'x'.repeat(most), maybe: fail }) });
    const { body } = await server.post({ query: '{ name maybe }' });
    expect(body.data).toBeNull();
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_RESPONSE_SIZE']);
    expect(server.rawLog()).toContain('request failed');
  });
});

it('what an answer takes at the least is never more than what it takes', () => {
  const answers = [
    { data: { name: null, size: 0, is: true, list: [], none: {} } },
    { data: { list: [1, 'a', null, [{ a: '' }, { b: '新' }]] }, errors: [{ message: '"\n' }] },
  ];
  for (const answer of answers) {
    const text = JSON.stringify(answer);
    expect(written(answer, Buffer.byteLength(text))).toBe(text);
    expect(written(answer, 0)).toBeLessThanOrEqual(Buffer.byteLength(text));
    expect(written(answer, Buffer.byteLength(text) - 1)).toBe(Buffer.byteLength(text));
  }
});
